import type { Stay } from '../workforce/stays.ts';
import type { MetricFrame, Outcome, Placement } from './metric.ts';

/** Civil days, both inclusive. */
export type Days = { first: number; last: number };

/** One group and period, and what the extracts can see of it. */
export type PeopleContext = {
  /** All days of the period. */
  period: Days;
  /** Those on which leaving would have been seen. */
  observed: Days;
  /** Days of the period that lie before or after what the extracts can see. */
  unobserved: number;
  /** Last day that any extract can see. */
  asOf: number;
  /**
   * Days on which it is known who of an entity was in post: the day itself, or the last snapshot up to it. Null where
   * none is known.
   */
  knownDay: (entity: string, day: number) => number | null;
  /** Last such day of the period. */
  closingDay: (entity: string) => number | null;
  /** Most days between two snapshots that the period touches; 0 with event dates, null with but one snapshot. */
  snapshotGap: number | null;
};

/** A figure computed from spells. `compute` is pure: stays may come in any order. */
export type PeopleMetric = MetricFrame & {
  facts: 'people';
  /** Days of a stay beneath the figure that it looks at: without it those of the period. */
  looksAt: ((stay: Stay, context: PeopleContext) => Days) | null;
  /** Whether it counts who came or left in the period, which snapshots further apart than the period cannot tell. */
  isFlow: boolean;
  /** Where a stay stands: beneath the figure, or left out for a reason (null: not its business). */
  place: (stay: Stay, context: PeopleContext, variant: string | null) => Placement;
  /** Whether a stay is of one of those of whom the figure tells something; without it those beneath the figure. */
  about: ((stay: Stay, context: PeopleContext, variant: string | null) => boolean) | null;
  compute: (stays: readonly Stay[], context: PeopleContext, variant: string | null) => Outcome;
};

type Optional = 'variants' | 'reveals' | 'about' | 'isFlow' | 'looksAt';

export function definePeopleMetric(
  metric: Omit<PeopleMetric, Optional | 'facts'> & Partial<Pick<PeopleMetric, Optional>>,
): PeopleMetric {
  return {
    facts: 'people',
    variants: [null],
    reveals: 'nothing',
    about: null,
    isFlow: false,
    looksAt: null,
    ...metric,
  };
}
