import { formatNumber } from '../../../contract/format.ts';
import { UNITS_PER_HOUR } from '../../../facts/scales.ts';
import { firstDayOfMonth, lastDayOfMonth } from '../../../model/civil-day.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import type { EffectiveRow } from '../../../workspace/effective-rows.ts';
import type { CodeMap } from './code-map.ts';
import type { AlignmentFacts, ShiftCell, WeekWorked } from './facts.ts';
import type { PlaceBook } from './place-book.ts';

/** Lead times in whole weeks from the day on which a schedule is published to the shift. */
const LEAD_WEEKS = [1, 2, 4, 6];
const DAYS_A_WEEK = 7;

/** Shifts of both sides over a range of months, those alike as one. */
export function shiftsOf(
  rows: readonly EffectiveRow[],
  {
    window,
    places,
    jobs,
    units,
    lineOf,
  }: {
    window: AlignmentFacts['window'];
    places: PlaceBook;
    jobs: CodeMap;
    units: CodeMap;
    /** Service line that the name of a unit tells of, where units are mapped to lines. */
    lineOf: (unit: string) => string | null;
  },
): ShiftCell[] {
  const from = window === null ? -Infinity : firstDayOfMonth(window.first);
  const to = window === null ? Infinity : lastDayOfMonth(window.last);
  const cells = new Map<string, ShiftCell & { weeks: WeekWorked[] }>();
  for (const row of rows) {
    const day = row.number('shift_date')!;
    const place = places.at(row.text('entity'), row.text('site'));
    const weight = weightOf(row);
    if (place === null || day < from || day > to || weight <= 0) continue;
    const { entity } = places.places[place];
    const unit = row.text('unit') ?? UNKNOWN_CODE;
    const job = row.text('job_code');
    const hours = row.number('shift_hours');
    const posted = row.number('posted_date');
    const alike = {
      place,
      unit,
      job,
      length:
        hours === null ? null : `${formatNumber(Math.round((2 * hours) / UNITS_PER_HOUR) / 2, { decimals: 1 })} h`,
      start: clockOf(row.text('start_time')) ?? row.text('shift_label'),
      rotation: row.text('rotation'),
      leadTime: posted === null ? null : leadTime(day - posted),
    };
    const key = JSON.stringify(alike);
    let cell = cells.get(key);
    if (!cell) {
      const line = units.mappingOf(entity, unit)?.targets ?? [];
      cell = {
        ...alike,
        targets: job === null ? null : jobs.targetsOf(entity, job),
        serviceLine:
          line.length === 1 ? line[0].code : (row.attributes['service_line'] ?? lineOf(unit) ?? UNKNOWN_CODE),
        weight: 0,
        weeks: [],
      };
      cells.set(key, cell);
    }
    cell.weight += weight;
    addWorked(cell.weeks, row, Math.floor(day / DAYS_A_WEEK));
  }
  return [...cells.values()];
}

function addWorked(weeks: WeekWorked[], row: EffectiveRow, week: number): void {
  const [inside, outside] = [row.number('worked_internal'), row.number('worked_external')];
  if (inside === null || outside === null || inside + outside <= 0) return;
  const worked = inside + outside;
  const known = weeks.find((one) => one.week === week);
  if (!known) {
    weeks.push({ week, worked, outside });
    return;
  }
  known.worked += worked;
  known.outside += outside;
}

/** Worked, else scheduled, else required: what the extract knows best. */
function weightOf(row: EffectiveRow): number {
  const worked = (row.number('worked_internal') ?? 0) + (row.number('worked_external') ?? 0);
  return worked > 0 ? worked : (row.number('scheduled') ?? row.number('required') ?? 0);
}

/** "7:00", "0700" and "07:00:00" are one clock time; null for anything else. */
function clockOf(text: string | null): string | null {
  const match = text === null ? null : /^([01]?\d|2[0-3]):?([0-5]\d)(?::[0-5]\d)?$/.exec(text.trim());
  return match ? `${match[1].padStart(2, '0')}:${match[2]}` : null;
}

function leadTime(days: number): string {
  const week = LEAD_WEEKS.findIndex((weeks) => days < weeks * DAYS_A_WEEK);
  if (week === 0) return `under ${LEAD_WEEKS[0]} week`;
  return week < 0 ? `${LEAD_WEEKS.at(-1)} weeks or more` : `${LEAD_WEEKS[week - 1]} to ${LEAD_WEEKS[week]} weeks`;
}
