import type { IntervalOptions } from '../../stats/confidence-band.ts';
import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import type { SurvivalCurve } from '../../stats/kaplan-meier.ts';
import type { RiskTable } from '../../stats/risk-table.ts';

/** The part of a curve that a page draws, or `too_few` where it is never supported. */
export type DrawnCurve =
  | {
      kind: 'curve';
      /** Where the curve starts at 1: survival is conditional on being there at this time. */
      from: number;
      /** Where the drawing stops. */
      to: number;
      curve: SurvivalCurve;
    }
  | { kind: 'too_few' };

/**
 * The curve from the first time that enough people are at risk until they are too few again.
 *
 * In: the fewest people that support a drawing (10 on pages).
 * Out: points from the start to the last exit time before numbers fall short; with delayed entry
 * later entrants do not reopen it.
 * Source: product definition of retention.
 */
export function drawCurve(
  table: RiskTable,
  { atLeast, ...interval }: IntervalOptions & { atLeast: number },
): DrawnCurve {
  const { time, atRisk } = table;
  const first = atRisk.findIndex((count) => count >= atLeast);
  if (first < 0) return { kind: 'too_few' };
  const short = atRisk.findIndex((count, step) => step > first && count < atLeast);
  const end = short < 0 ? time.length : short;
  const supported: RiskTable = {
    ...table,
    time: time.subarray(first, end),
    atRisk: atRisk.subarray(first, end),
    events: table.events.subarray(first, end),
    censored: table.censored.subarray(first, end),
  };
  const curve = kaplanMeier(supported, interval);
  return { kind: 'curve', from: startOf(table, first, atLeast), to: time[end - 1], curve };
}

/** When the people at risk at a step became enough; nobody left since, or an earlier step would do. */
function startOf({ time, atRisk, entryTime, entered }: RiskTable, step: number, atLeast: number): number {
  let entry = entryTime.findLastIndex((at) => at < time[step] || at === 0);
  let count = atRisk[step];
  while (count - entered[entry] >= atLeast) count -= entered[entry--];
  return entryTime[entry];
}
