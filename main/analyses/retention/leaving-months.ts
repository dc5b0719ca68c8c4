import { riskTables } from '../../stats/risk-tables.ts';
import type { RiskTable } from '../../stats/risk-table.ts';
import { numbersAtRisk } from '../../stats/numbers-at-risk.ts';
import { smoothedHazard } from '../../stats/smoothed-hazard.ts';
import { atRisk, isSeparation, serviceOf } from './presences.ts';
import type { Presence } from './presences.ts';

const MONTH = 30;

/** Leaving rate a month of service, smoothed. */
export type LeavingMonth = { month: number; rate: number; se: number };

/** The presences of a period as a risk table on the clock of service, where that is known. */
export function serviceTable(presences: readonly Presence[]): RiskTable {
  const clocked = atRisk(presences)
    .map((presence) => ({ ...serviceOf(presence), left: isSeparation(presence.departure) ? 1 : 0 }))
    .filter(({ known }) => known);
  return riskTables({
    entry: clocked.map(({ entry }) => entry),
    exit: clocked.map(({ exit }) => exit),
    left: clocked.map(({ left }) => left),
    group: new Uint8Array(clocked.length),
    groupCount: 1,
  })[0];
}

/**
 * In which months of service people leave: the smoothed hazard at the middle of each month, as a share of those there
 * who leave in a month.
 *
 * In: how many months to look at, and the fewest people at risk for a month to be told.
 * Out: months from the first, up to the last that has enough people.
 */
export function leavingByMonth(
  table: RiskTable,
  { months, atLeast }: { months: number; atLeast: number },
): LeavingMonth[] {
  const last = table.time.at(-1) ?? 0;
  const at = Array.from({ length: months }, (_, month) => (month + 0.5) * MONTH).filter((day) => day <= last);
  const counts = numbersAtRisk(table, at);
  const short = counts.findIndex((count) => count < atLeast);
  const { rate, se } = smoothedHazard(table, { bandwidth: 2 * MONTH, at: at.slice(0, short < 0 ? at.length : short) });
  return Array.from(rate, (value, month) => ({ month: month + 1, rate: value * MONTH, se: se[month] * MONTH }));
}
