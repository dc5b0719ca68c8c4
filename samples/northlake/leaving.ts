import { START, firstDay } from './calendar.ts';
import { jobOf } from './jobs.ts';
import type { Seat } from './seats.ts';

export type LeavingClass = 'voluntary' | 'involuntary' | 'other' | 'unclassified';

/** Reasons as HR writes them, what class each belongs to, and how often it is given. Three say nothing, one by being blank. */
const REASONS: readonly [reason: string, leavingClass: LeavingClass, weight: number][] = [
  ['Resigned', 'voluntary', 8],
  ['Relocation', 'voluntary', 2],
  ['Schedule', 'voluntary', 2],
  ['Retired', 'other', 2],
  ['Dismissed', 'involuntary', 2],
  ['Position eliminated', 'involuntary', 1],
  ['Other, see file', 'unclassified', 1],
  ['Code 17', 'unclassified', 1],
  ['', 'unclassified', 1],
];

/** One entry per unit of weight, to draw from. */
export const REASONS_TO_DRAW: readonly string[] = REASONS.flatMap(([reason, , weight]) =>
  Array.from({ length: weight }, () => reason),
);

export const REASON_CLASSES: Readonly<Record<string, LeavingClass>> = Object.fromEntries(
  REASONS.map(([reason, leavingClass]) => [reason, leavingClass]),
);

/** Throws RangeError for a reason that is no separation, such as a transfer. */
export function leavingClassOf(reason: string): LeavingClass {
  const found = REASON_CLASSES[reason];
  if (!found) throw new RangeError(`${reason} is no reason for leaving`);
  return found;
}

/** Chance that someone hired on a day leaves a seat in a month, before anything planted: newcomers leave at twice the rate. */
export function riskOfLeaving(seat: Seat, hired: number, month: number): number {
  const first = Math.max(hired, START, firstDay(month));
  return first - hired < 365 ? newcomerRisk(seat) : ordinaryRisk(seat);
}

/** Chance of leaving in a month of the first year. */
export function newcomerRisk(seat: Seat): number {
  return ordinaryRisk(seat) * 2 + 0.004;
}

/** Per diem staff come and go. */
function ordinaryRisk(seat: Seat): number {
  return jobOf(seat.job).leaving * (seat.internalType === 'per_diem' ? 1.6 : 1);
}
