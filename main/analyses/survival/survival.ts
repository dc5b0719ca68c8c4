import type { IntervalKind } from '../../stats/confidence-band.ts';
import { coxScoreTest } from '../../stats/cox-score-test.ts';
import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import { logRank } from '../../stats/log-rank.ts';
import { riskTables } from '../../stats/risk-tables.ts';
import type { RiskTable } from '../../stats/risk-table.ts';
import type { Spells } from '../../stats/spells.ts';
import { survivalMedian } from '../../stats/survival-median.ts';
import { INTERVAL } from './defaults.ts';
import { everyPoint, pointsAt } from './survival-points.ts';
import type { SurvivalPoint } from './survival-points.ts';

/** Spells of all groups, in the unit of the extract; dimension values name each group. */
export interface SurvivalSpells extends Spells {
  /** The index in `groups` of each spell. */
  group: ArrayLike<number>;
  /** One set of dimension values per curve, `{}` for a single one. */
  groups: readonly Readonly<Record<string, string>>[];
}

export interface SurvivalOptions {
  conf: IntervalKind;
  /** The times to report at; null for every distinct time. */
  at: readonly number[] | null;
  /** Name of the unit that times are in, passed through. */
  unit: string;
}

export interface GroupSurvival {
  by: Readonly<Record<string, string>>;
  n: number;
  events: number;
  censored: number;
  /** Null where not reached. */
  median: number | null;
  medianLower: number | null;
  medianUpper: number | null;
  unit: string;
  conf: IntervalKind;
  points: SurvivalPoint[];
}

export interface SurvivalAnalysis {
  curves: GroupSurvival[];
  /** Null where fewer than two groups were ever at risk together. */
  logrank: { chi2: number; df: number; p: number } | null;
}

/**
 * Survival curves of groups and whether they differ, as `survival` prints them: whole curves with
 * numbers at risk, neither cut off nor suppressed.
 *
 * The test is the log-rank test; with delayed entry anywhere, the score test of a Cox model, as R
 * gives it. Times asked for are reported once each, in ascending order.
 * Throws RangeError on unsound spells, named by index, and on a time that is negative or no number.
 * Source: product definition of retention; R's `summary(survfit)`, `survdiff` and `coxph`.
 */
export function computeSurvival(spells: SurvivalSpells, { conf, at, unit }: SurvivalOptions): SurvivalAnalysis {
  const interval = { ...INTERVAL, interval: conf };
  const tables = riskTables({ ...spells, groupCount: spells.groups.length });
  const curves = tables.map((table, index): GroupSurvival => {
    const curve = kaplanMeier(table, interval);
    const { median, lower, upper } = survivalMedian(curve);
    return {
      by: spells.groups[index],
      n: table.spells,
      events: total(table.events),
      censored: total(table.censored),
      median,
      medianLower: lower,
      medianUpper: upper,
      unit,
      conf,
      points: at === null ? everyPoint(curve) : pointsAt(at, { table, curve, interval }),
    };
  });
  return { curves, logrank: compareGroups(tables) };
}

function compareGroups(tables: readonly RiskTable[]): SurvivalAnalysis['logrank'] {
  const delayed = tables.some(({ entryTime }) => entryTime.some((time) => time > 0));
  const test = delayed ? coxScoreTest([tables]) : logRank([tables]);
  return test.kind === 'test' ? { chi2: test.chiSquare, df: test.df, p: test.p } : null;
}

function total(counts: Int32Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
