import { monthOf } from './calendar.ts';
import type { LaborLine } from './lines.ts';

const SPREAD_OVER_DAYS: ReadonlySet<string> = new Set(['overtime', 'differential']);

/** Days that a line covers: its own day alone where it does not say when its period began. */
export function daysCovered(line: Pick<LaborLine, 'day' | 'periodStart'>): number {
  return line.day - (line.periodStart ?? line.day) + 1;
}

/**
 * Hands overtime and night hours to colleagues, in place, where someone came or left within days and was drawn a month of them.
 *
 * A line of more hours than its days have keeps a shift a day. The rest goes to lines of the same month, unit, job family,
 * worker type and pay code that have room, in the same job if possible, so that no sum among the truths changes.
 * Throws RangeError naming the worker whose hours nobody can take.
 */
export function handOverExcess(lines: readonly LaborLine[]): void {
  const spread = lines.filter((line) => SPREAD_OVER_DAYS.has(line.payCode));
  for (const line of spread.filter((each) => each.hours > 24 * daysCovered(each))) {
    const colleagues = spread.filter((each) => isAlike(each, line));
    const inSameJob = colleagues.filter((each) => each.job === line.job);
    for (const colleague of [...inSameJob, ...colleagues.filter((each) => each.job !== line.job)]) {
      const hours = Math.min(-roomOn(line), roomOn(colleague));
      if (hours > 0) handOver(line, colleague, hours);
    }
    if (roomOn(line) < 0) throw new RangeError(`nobody takes ${-roomOn(line)} hours of ${line.worker}`);
  }
}

function isAlike(a: LaborLine, b: LaborLine): boolean {
  return (
    a.unit === b.unit &&
    a.family === b.family &&
    a.type === b.type &&
    a.payCode === b.payCode &&
    monthOf(a.day) === monthOf(b.day)
  );
}

function roomOn(line: LaborLine): number {
  return daysCovered(line) * line.shiftHours - line.hours;
}

function handOver(from: LaborLine, to: LaborLine, hours: number): void {
  const cents = Math.round(((from.cents ?? 0) * hours) / from.hours);
  from.hours -= hours;
  from.cents = (from.cents ?? 0) - cents;
  to.hours += hours;
  to.cents = (to.cents ?? 0) + cents;
}
