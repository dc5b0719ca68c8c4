import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../main/stats/aalen-johansen.ts';
import { coxScoreTest } from '../../main/stats/cox-score-test.ts';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import { logRank } from '../../main/stats/log-rank.ts';
import { nelsonAalen } from '../../main/stats/nelson-aalen.ts';
import { restrictedMean } from '../../main/stats/restricted-mean.ts';
import { riskTables } from '../../main/stats/risk-tables.ts';
import type { ScoreTest } from '../../main/stats/score-test.ts';
import { survivalMedian } from '../../main/stats/survival-median.ts';
import { expectAlike, readExpectedCurves, readExpectedIncidences, readRows, spellsOf } from './survival-case.ts';
import type { ExpectedTest } from './survival-case.ts';

const cases = [
  'survival-leukaemia',
  'survival-ties',
  'survival-delayed-entry',
  'survival-fractional',
  'survival-edges',
];
const tested = [
  'survival-leukaemia',
  'survival-origin',
  'survival-ties',
  'survival-delayed-entry',
  'survival-fractional',
];
const stratified = ['survival-ties', 'survival-delayed-entry'];
const intervals = ['plain', 'log', 'log-log'] as const;
const confidence = 0.95;

const groupsOf = (name: string) => {
  const spells = spellsOf(readRows(name));
  const expected = readExpectedCurves(name);
  const tables = riskTables(spells);
  return spells.names.map((group, index) => ({
    table: tables[index],
    expected: expected.curves[group],
  }));
};

const strataOf = (name: string) => {
  const rows = readRows(name);
  const all = spellsOf(rows);
  return [...new Set(rows.map((row) => row.stratum))].map((stratum) => {
    const mine = rows.filter((row) => row.stratum === stratum);
    const spells = spellsOf(mine);
    const group = Int32Array.from(mine, (row) => all.names.indexOf(row.group));
    return riskTables({ ...spells, group, groupCount: all.groupCount });
  });
};

const expectTest = (actual: ScoreTest, { chi2, df, p }: ExpectedTest) => {
  if (actual.kind !== 'test') throw new Error('Nothing was compared');
  expectAlike([actual.chiSquare, actual.p], [chi2, p]);
  expect(actual.df).toBe(df);
};

describe.each(cases)('the golden case %s', (name) => {
  it('has the risk sets of R', () => {
    for (const { table, expected } of groupsOf(name)) {
      expect(table.spells).toBe(expected.n);
      expectAlike(table.time, expected.time);
      expectAlike(table.atRisk, expected.at_risk);
      expectAlike(table.events, expected.events);
      expectAlike(table.censored, expected.censored);
    }
  });

  it.each(intervals)('has the curves, %s intervals and medians of R', (interval) => {
    for (const { table, expected } of groupsOf(name)) {
      const curve = kaplanMeier(table, { interval, confidence });
      expectAlike(curve.survival, expected.survival);
      expectAlike(curve.se, expected.se);
      expectAlike(curve.lower, expected.bands[interval].lower);
      expectAlike(curve.upper, expected.bands[interval].upper);
      const { median, lower, upper } = survivalMedian(curve);
      expectAlike([median, lower, upper], expected.bands[interval].median);
    }
  });

  it('has the restricted means and their errors of R', () => {
    for (const { table, expected } of groupsOf(name)) {
      const curve = kaplanMeier(table, { interval: 'log', confidence });
      for (const { up_to: upTo, mean, se } of expected.restricted_means) {
        const ours = restrictedMean(curve, { upTo, confidence });
        expectAlike([ours.mean, ours.se], [mean, se]);
      }
    }
  });

  it('has the cumulative hazards and their errors of R', () => {
    for (const { table, expected } of groupsOf(name)) {
      const { hazard, se } = nelsonAalen(table);
      expectAlike(hazard, expected.cumulative_hazard);
      expectAlike(se, expected.hazard_se);
    }
  });
});

describe.each(tested)('the groups of the golden case %s', (name) => {
  it('differ by log-rank as in R', () => {
    const expected = readExpectedCurves(name);
    const tables = groupsOf(name).map(({ table }) => table);
    expectTest(logRank([tables]), expected.log_rank);
    expectTest(coxScoreTest([tables]), expected.cox_score);
  });
});

describe.each(stratified)('the strata of the golden case %s', (name) => {
  it('differ by stratified log-rank as in R', () => {
    const expected = readExpectedCurves(name);
    expectTest(logRank(strataOf(name)), expected.stratified_log_rank);
    expectTest(coxScoreTest(strataOf(name)), expected.stratified_cox_score);
  });
});

describe('the golden case of competing exits', () => {
  const rows = readRows('survival-competing');
  const expected = readExpectedIncidences('survival-competing');
  const spells = {
    entry: rows.map((row) => Number(row.entry)),
    exit: rows.map((row) => Number(row.exit)),
    cause: rows.map((row) => Number(row.cause)),
    causes: expected.causes.length,
  };

  it.each(intervals)('has the incidences, errors and %s intervals of R', (interval) => {
    const curves = aalenJohansen(spells, { interval, confidence });
    expectAlike(curves.time, expected.time);
    expectAlike(curves.atRisk, expected.at_risk);
    expectAlike(curves.survival, expected.survival);
    expected.causes.forEach((cause, index) => {
      expectAlike(curves.causes[index].events, cause.events);
      expectAlike(curves.causes[index].incidence, cause.incidence);
      expectAlike(curves.causes[index].se, cause.se);
      expectAlike(curves.causes[index].lower, cause.bands[interval].lower);
      expectAlike(curves.causes[index].upper, cause.bands[interval].upper);
    });
  });
});
