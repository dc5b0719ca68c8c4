import { DAILY, RESENT } from './story.ts';
import type { LaborLine } from './lines.ts';
import { monthOf } from './calendar.ts';
import type { Rng } from './rng.ts';

export type Restatements = {
  /** Payroll lines of the resent unit and month, as they are now known. */
  resent: Set<LaborLine>;
  /** For a corrected line, what the first extract said. */
  first: Map<LaborLine, LaborLine>;
  /** Timecards that only the second extract has. */
  late: LaborLine[];
};

const CORRECTED = 24;
const LATE = 5;

/** Corrects some regular lines of the resent unit in place (four hours more) and adds late call-backs. */
export function restate(lines: readonly LaborLine[], rng: Rng): Restatements {
  const chosen = lines.filter((line) => line.unit === RESENT.unit && monthOf(line.day) === RESENT.month);
  const regular = chosen.filter((line) => line.payCode === 'regular' && line.supplier === '' && line.hours >= 24);
  const first = new Map<LaborLine, LaborLine>();
  for (let i = 0; i < CORRECTED; i++) {
    const line = regular[i * Math.floor(regular.length / CORRECTED)]!;
    first.set(line, { ...line });
    line.cents = Math.round(((line.cents ?? 0) * (line.hours + 4)) / line.hours);
    line.hours += 4;
  }
  const called = new Set(chosen.filter((line) => line.payCode === 'call_back').map((line) => line.worker));
  const workers = regular.filter((line) => !called.has(line.worker) && !first.has(line));
  const late = Array.from({ length: LATE }, (_, i) => {
    const from = workers[i * Math.floor(workers.length / LATE)]!;
    const hours = rng.int(3, 6);
    const cents = Math.round((hours * 1.5 * (from.cents ?? 0)) / from.hours);
    return { ...from, periodStart: null, payCode: 'call_back', hours, cents };
  });
  return { resent: new Set(chosen), first, late };
}

const REVERSED = 18;

/** Reversals booked by payroll: negative shifts, marked as corrections, and legitimate. */
export function reversals(lines: readonly LaborLine[]): LaborLine[] {
  const candidates = lines.filter(
    (line) => line.payCode === 'regular' && line.supplier === '' && line.type !== 'digital_worker' && line.hours >= 60,
  );
  const step = Math.floor(candidates.length / REVERSED);
  return Array.from({ length: REVERSED }, (_, i) => {
    const line = candidates[i * step + 7]!;
    return {
      ...line,
      hours: -line.shiftHours,
      cents: -Math.round(((line.cents ?? 0) * line.shiftHours) / line.hours),
      correction: true,
    };
  });
}

const TWINS = 3;

/** Two equal punches on one day, twice called back: both are real, though the rows look alike. */
export function equalPunches(lines: readonly LaborLine[]): LaborLine[] {
  const daily = lines.filter(
    (line) =>
      line.unit === DAILY.unit &&
      monthOf(line.day) === DAILY.month &&
      line.supplier === '' &&
      line.payCode === 'regular' &&
      line.shiftHours === 12,
  );
  return Array.from({ length: TWINS }, (_, i) => daily[i * 40 + 5]!).flatMap((line) => {
    const punch = {
      ...line,
      payCode: 'call_back',
      hours: 4,
      cents: Math.round(((line.cents ?? 0) * 4 * 1.5) / line.hours),
    };
    return [punch, { ...punch }];
  });
}
