import { coxScoreTest } from '../../stats/cox-score-test.ts';
import { curvesCross } from '../../stats/curves-cross.ts';
import { holm } from '../../stats/holm.ts';
import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import type { SurvivalCurve } from '../../stats/kaplan-meier.ts';
import { restrictedMean } from '../../stats/restricted-mean.ts';
import { restrictedMeanDifference } from '../../stats/restricted-mean-difference.ts';
import type { MeanDifference } from '../../stats/restricted-mean-difference.ts';
import type { RiskTable } from '../../stats/risk-table.ts';
import { ENOUGH_AT_RISK, INTERVAL } from '../survival/defaults.ts';
import { findMeanHorizon } from '../survival/mean-horizon.ts';
import { serviceTable } from './leaving-months.ts';
import type { Presence } from './presences.ts';
import { DAYS_A_YEAR } from '../../model/year.ts';

/** One group against all others together. */
export type GroupContrast = {
  code: string;
  /** Leavers, and those there would have been if this group and the others left alike at every length of service. */
  leavers: number;
  expected: number;
  /** Of the score test that they leave alike, after Holm over all groups; 1 where there is nothing to compare. */
  adjusted: number;
  /** Days in post within the first year of service, this group minus the others; null where too few are at risk. */
  difference: MeanDifference | null;
  /** Whether the curves cross for more than noise: who stays longer then depends on how far one looks. */
  crosses: boolean;
};

export type GroupSurvival = {
  tables: RiskTable[];
  contrasts: GroupContrast[];
  /** Of the score test over all groups at once; null where there is nothing to compare. */
  p: number | null;
};

/**
 * Whether groups of people stay equally long, each held against all others together: leavers against those expected
 * (the score test, which is the log-rank test with delayed entry), and the restricted mean of the first year as a size.
 */
export function compareGroups(groups: readonly { code: string; presences: readonly Presence[] }[]): GroupSurvival {
  const tables = groups.map(({ presences }) => serviceTable(presences));
  const contrasts = groups.map(({ code }, index) => {
    const others = serviceTable(groups.filter((_, other) => other !== index).flatMap(({ presences }) => presences));
    return { code, ...contrast(tables[index], others) };
  });
  const adjusted = holm(contrasts.map(({ p }) => p));
  const test = coxScoreTest([tables]);
  return {
    tables,
    contrasts: contrasts.map(({ p: _p, ...rest }, index) => ({ ...rest, adjusted: adjusted[index] })),
    p: test.kind === 'test' ? test.p : null,
  };
}

function contrast(own: RiskTable, others: RiskTable): Omit<GroupContrast, 'code' | 'adjusted'> & { p: number } {
  const test = coxScoreTest([[own, others]]);
  const leavers = own.events.reduce((sum, count) => sum + count, 0);
  const alike = test.kind === 'test' ? { expected: test.expected[0], p: test.p } : { expected: leavers, p: 1 };
  const upTo = findMeanHorizon([own, others], { most: DAYS_A_YEAR, atLeast: ENOUGH_AT_RISK });
  if (upTo === null || upTo === 0) return { leavers, ...alike, difference: null, crosses: false };
  const curves = [own, others].map((table) => kaplanMeier(table, INTERVAL)) as [SurvivalCurve, SurvivalCurve];
  const [one, other] = curves.map((curve) => restrictedMean(curve, { upTo, confidence: INTERVAL.confidence }));
  return {
    leavers,
    ...alike,
    difference: restrictedMeanDifference(one, other, INTERVAL.confidence),
    crosses: curvesCross(curves[0], curves[1], INTERVAL.confidence),
  };
}
