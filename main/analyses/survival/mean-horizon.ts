import { numbersAtRisk } from '../../stats/numbers-at-risk.ts';
import type { RiskTable } from '../../stats/risk-table.ts';

/**
 * How far restricted means of several groups may reach: to `most`, or to the latest time before it
 * at which every group still has `atLeast` people at risk.
 *
 * Out: a time in the unit of the tables; null where no time has enough people in every group.
 * Source: product definition of retention (365 days, 10 people).
 */
export function findMeanHorizon(
  tables: readonly RiskTable[],
  { most, atLeast }: { most: number; atLeast: number },
): number | null {
  const exits = tables.flatMap(({ time }) => [...time]).filter((time) => time < most);
  const times = Float64Array.from([...exits, most]).sort();
  const counts = tables.map((table) => numbersAtRisk(table, times));
  const index = times.findLastIndex((_, at) => counts.every((count) => count[at] >= atLeast));
  return index < 0 ? null : times[index];
}
