import { chiSquareUpperTail } from './chi-square.ts';
import { visitEvents } from './joint-risk.ts';
import type { JointMoment } from './joint-risk.ts';
import { quadraticForm } from './quadratic-form.ts';
import type { RiskTable } from './risk-table.ts';

/** A comparison of groups, or `no_test` where no two of them were ever at risk together. */
export type ScoreTest =
  | {
      kind: 'test';
      chiSquare: number;
      df: number;
      p: number;
      /** Events seen in each group, and expected if all groups left alike. */
      observed: Float64Array;
      expected: Float64Array;
    }
  | { kind: 'no_test' };

/**
 * What ties do to one event time, in sums over its events. With Y at risk in a group and D its
 * events ÷ all events, the expected events are Y·first − D·firstTied; their variance is
 * Y·spread − D·spreadTied on the diagonal, less Y·Y′·second − (Y·D′ + D·Y′)·secondTied +
 * D·D′·secondBothTied for each pair.
 */
export interface TieWeights {
  first: number;
  firstTied: number;
  spread: number;
  spreadTied: number;
  second: number;
  secondTied: number;
  secondBothTied: number;
}

interface Sums {
  observed: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
}

/**
 * Score test that all groups have the same hazard, summed over strata.
 *
 * In: for each stratum one risk table per group, the same groups in the same order; `weigh` is the
 * treatment of ties. Out: `df` is the rank of the variance, groups less one as a rule.
 * Time grows with distinct exit times × groups². Throws RangeError on strata of unequal groups.
 * Source: Kalbfleisch and Prentice (2002), section 4.2.
 */
export function scoreTest(
  strata: readonly (readonly RiskTable[])[],
  weigh: (atRisk: number, events: number) => TieWeights,
): ScoreTest {
  const groups = strata.length > 0 ? strata[0].length : 0;
  const odd = strata.find((tables) => tables.length !== groups);
  if (odd) throw new RangeError(`Strata need equal groups, not ${groups} and ${odd.length}`);
  // The variance of a group alone is nought but for rounding.
  if (groups < 2) return { kind: 'no_test' };
  const sums: Sums = {
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    variance: new Float64Array(groups * groups),
  };
  for (const tables of strata) {
    visitEvents(tables, (moment) => {
      addMoment(moment, weigh(moment.allAtRisk, moment.allEvents), sums);
    });
  }
  const { observed, expected } = sums;
  const difference = observed.map((count, group) => count - expected[group]);
  const { value, rank } = quadraticForm(sums.variance, difference);
  if (rank === 0) return { kind: 'no_test' };
  const p = chiSquareUpperTail(value, rank);
  return { kind: 'test', chiSquare: value, df: rank, p, observed, expected };
}

/** Adds one event time to the sums; the variance fills the lower triangle only. */
function addMoment(
  { atRisk, events, allEvents }: JointMoment,
  weights: TieWeights,
  { observed, expected, variance }: Sums,
): void {
  const groups = atRisk.length;
  for (let group = 0; group < groups; group++) {
    if (atRisk[group] === 0) continue;
    const share = events[group] / allEvents;
    observed[group] += events[group];
    expected[group] += atRisk[group] * weights.first - share * weights.firstTied;
    const perRisk = atRisk[group] * weights.second - share * weights.secondTied;
    const perEvent = (share * weights.secondBothTied - atRisk[group] * weights.secondTied) / allEvents;
    const row = group * groups;
    for (let other = 0; other <= group; other++) {
      variance[row + other] -= atRisk[other] * perRisk + events[other] * perEvent;
    }
    variance[row + group] += atRisk[group] * weights.spread - share * weights.spreadTied;
  }
}
