import type { RiskTable } from './risk-table.ts';
import { scoreTest } from './score-test.ts';
import type { ScoreTest, TieWeights } from './score-test.ts';

/**
 * Score test of a Cox model whose only covariate is the group: the log-rank test that R gives
 * where spells have delayed entry.
 *
 * In and out as for `logRank`. Ties are treated after Efron, R's default, so the two tests differ
 * slightly where many leave on the same day and agree where nobody does.
 * Source: Cox (1972); Efron (1977); `score` of R's `coxph`.
 */
export function coxScoreTest(strata: readonly (readonly RiskTable[])[]): ScoreTest {
  return scoreTest(strata, efron);
}

/** Sums over the events of a time, each of which finds the tied ones before it partly gone. */
function efron(atRisk: number, events: number): TieWeights {
  const sums = { first: 0, firstTied: 0, second: 0, secondTied: 0, secondBothTied: 0 };
  for (let gone = 0; gone < events; gone++) {
    const inverse = 1 / (atRisk - gone);
    sums.first += inverse;
    sums.firstTied += gone * inverse;
    sums.second += inverse ** 2;
    sums.secondTied += gone * inverse ** 2;
    sums.secondBothTied += (gone * inverse) ** 2;
  }
  return { ...sums, spread: sums.first, spreadTied: sums.firstTied };
}
