import type { Structure } from './structure.ts';
import type { Unit } from './units.ts';

/** Codes of a group, by dimension id; empty when nothing was split. */
export type GroupKey = Record<string, string>;

export type Absence = 'no_base' | 'suppressed' | 'not_measured';

/** Rows that a figure leaves out, with the reason in words. Hours in hours, money in minor units. */
export type Exclusion = { reason: string; rows: number; hours: number; costMinor: number };

/**
 * One figure with everything needed to defend it.
 *
 * Hours are hours, money is integer minor units, shares lie in 0–1 and are unrounded.
 * `value` is null exactly when `absence` says why; when suppressed, numerator, denominator and rows are null too.
 */
export type Figure = {
  metric: string;
  version: number;
  variant: string | null;
  unit: Unit;
  currency: string | null;
  by: GroupKey;
  period: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  rows: number | null;
  absence: Absence | null;
  /** Extract kinds that would make the figure possible, or better. */
  missing: string[];
  suppressed: boolean;
  exclusions: Exclusion[];
  /** How a fallback was used, if one was; printed beside the figure. */
  note: string | null;
};

/** The question that a figure answers: enough to compute it again and to list its rows. */
export type FigureQuery = {
  metric: string;
  variant?: string | null;
  where: Filter;
  /** `YYYY-MM`, inclusive. */
  from: string;
  to: string;
  /** Left out where nobody chose. */
  structure?: Structure;
};

/** Dimension id to the codes allowed; a dimension that is absent is not filtered. */
export type Filter = Record<string, string[]>;

export type MetricDefinition = {
  metric: string;
  version: number;
  title: string;
  formula: string;
  unit: Unit;
  grain: string;
  additivity: 'additive' | 'semi-additive' | 'non-additive';
  source: string;
  edge_cases: string[];
};
