import { monthOfDay } from '../model/civil-day.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { workforceOf } from './workforce.ts';

/** First and last month that figures can be asked for: of the labour facts, else what the rosters can see. */
export function coveredMonths(view: WorkspaceView): { first: number; last: number } | null {
  const months = view.months();
  if (months) return months;
  const { observed } = workforceOf(view);
  return observed ? { first: monthOfDay(observed.first), last: monthOfDay(observed.last) } : null;
}

/** Last day of the labour facts, else the last one that the rosters can see. */
export function lastCoveredDay(view: WorkspaceView): number | null {
  return view.coverage().at(-1)?.last ?? workforceOf(view).observed?.last ?? null;
}
