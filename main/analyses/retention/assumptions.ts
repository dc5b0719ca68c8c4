import type { Range } from '../../contract/decisions.ts';
import type { Unit } from '../../contract/units.ts';

/** What extracts cannot tell and a user can: a range, printed beside every figure that rests on it. */
export type Assumption = { id: AssumptionId; title: string; unit: Unit; range: Range; least: number; most: number };

export type AssumptionId = 'days_to_fill' | 'cover_share' | 'orientation_hours';

/** Ranges that stand until the user gives others. */
export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'days_to_fill',
    title: 'Days a post stays empty after somebody has left',
    unit: 'days',
    range: { low: 30, high: 90 },
    least: 0,
    most: 730,
  },
  {
    id: 'cover_share',
    title: 'Share of the empty hours that agency workers cover',
    unit: 'share',
    range: { low: 0.5, high: 1 },
    least: 0,
    most: 1,
  },
  {
    id: 'orientation_hours',
    title: 'Hours of orientation and training that a new hire is paid for',
    unit: 'hours',
    range: { low: 40, high: 120 },
    least: 0,
    most: 2080,
  },
];
