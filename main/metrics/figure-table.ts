import type { Exclusion, Filter } from '../contract/figure.ts';
import type { Period } from '../model/period.ts';
import type { Outcome } from './metric.ts';

/** A request for figures of one metric, its periods worked out. */
export type Plan<M> = {
  metric: M;
  by: readonly string[];
  where: Filter;
  periods: readonly Period[];
  /** Month numbers, inclusive. */
  range: { from: number; to: number };
};

/** What stands behind one figure, before it is hidden or framed. */
export type Answer = { outcome: Outcome; rows: number; exclusions: Exclusion[]; currency: string | null };

/** The figures of one request, whatever facts they come from: by group, period and variant. */
export type FigureTable = {
  /** Codes of each group, in the order of the dimensions asked for. */
  groups: readonly (readonly string[])[];
  /** What is hidden of a variant, by group and period; null where nothing is. */
  hidden: (variant: string | null) => readonly (readonly boolean[])[] | null;
  answer: (variant: string | null, group: number, period: number) => Answer;
};
