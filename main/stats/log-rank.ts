import type { RiskTable } from './risk-table.ts';
import { scoreTest } from './score-test.ts';
import type { ScoreTest, TieWeights } from './score-test.ts';

/**
 * Log-rank test that all groups leave alike; stratified where several strata are given.
 *
 * In: for each stratum one risk table per group, in the same order; `[tables]` without strata.
 * Out: chi-square, its degrees of freedom (groups ever at risk beside others, less one) and p;
 * `no_test` where there is nothing to compare.
 * Without delayed entry this is `survdiff` of R's survival; with it, risk sets are left-truncated
 * and ties keep the hypergeometric variance, so that splitting a spell changes nothing.
 * Source: Mantel (1966); Peto and Peto (1972).
 */
export function logRank(strata: readonly (readonly RiskTable[])[]): ScoreTest {
  return scoreTest(strata, hypergeometric);
}

function hypergeometric(atRisk: number, events: number): TieWeights {
  const first = events / atRisk;
  const spread = atRisk > 1 ? (first * (atRisk - events)) / (atRisk - 1) : 0;
  return {
    first,
    firstTied: 0,
    spread,
    spreadTied: 0,
    second: spread / atRisk,
    secondTied: 0,
    secondBothTied: 0,
  };
}
