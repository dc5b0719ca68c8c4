import type { Filter, MetricDefinition } from '../../contract/figure.ts';
import type { AlignmentFacts } from './facts/facts.ts';

/** Weight with which every site counts on either side: 1 or 0 as it is, other numbers when relabelled or resampled. */
export type SiteWeights = { own: Float64Array; model: Float64Array };

/** How a value follows from which sites stand on which side. */
export type SiteComparison = {
  /** Sites that the dimension is measured at; only they change places. */
  carries: Uint8Array;
  /** The value of any weighting; null where it has none. */
  valueAt: (weights: SiteWeights) => number | null;
  /** How far apart a value says that the sides are, 0 where they agree. */
  sizeOf: (value: number) => number;
  /** The value that a size belongs to, in which the noise floor is printed. */
  valueOfSize: (size: number) => number;
};

/** Where a difference comes from, largest first. */
export type Driver = {
  label: string;
  /** Dimension of which the label is a code, where it is one that pages have words for. */
  codeOf?: 'worker_type' | 'worker_class';
  own: string;
  model: string;
  people: number | null;
  /** Where they are people of the target model, not of the entity. */
  whose?: 'model';
  /** Money a year in minor units, where it has a price of its own; saving is negative. */
  cost: number | null;
};

/** What it takes to close a gap: people affected and money a year in minor units; saving is negative. */
export type Gap = {
  id: string;
  label: string;
  people: number | null;
  cost: number | null;
  basis: string;
  /** Whether it is there whatever chance does (pay below a band), or only if the distance is more than noise. */
  rests: 'fact' | 'difference';
};

/** One way to close a gap, of several. */
export type CloseOption = { id: string; label: string; people: number | null; cost: number | null };

export type Measurement = {
  value: number;
  score: (value: number) => number;
  /** null for rules, maps and overlaps: they are facts and carry no noise. */
  comparison: SiteComparison | null;
  /** Share of what the dimension is about that could be compared. */
  coverage: number;
  /** How many people that is a share of, and a value that leaves no room for chance too; null where it is of other things. */
  among: number | null;
  drivers: readonly Driver[];
  gaps: readonly Gap[];
  options: readonly CloseOption[];
  /** Extract kinds that would say more. */
  missing: readonly string[];
  notes: readonly string[];
};

/** Why a dimension cannot be measured, and the extract kinds that would change it. */
export type NotMeasured = { missing: readonly string[]; note: string };

/** One dimension of alignment; its id, title, formula and unit are those of its definition. */
export type Dimension = {
  definition: MetricDefinition;
  /** Short name on pages. */
  label: string;
  /** Place among the dimensions, from 1. */
  position: number;
  /** Rows that the dimension is measured from: those of a metric, or of a kind of extract that holds no persons. */
  evidence: { metric: string; where: Filter } | { kind: string };
  /**
   * Whether what it compares is known as of an earlier day, so that its score may stand beside the latest. A rule or a
   * rate without dates is only known as it is now; nobody is known before they were observed.
   */
  hasHistory(facts: AlignmentFacts): boolean;
  /** Texts tell numbers of people by `toldPeople` alone: a clean room hides few. */
  measure(facts: AlignmentFacts): Measurement | NotMeasured;
  /**
   * What is measured where the better of both ways is the target: from the entity held against the model, and from the
   * model held against the entity. Left out where neither way is the better: the entity then is held against the model.
   */
  bestOfBoth?(outcome: Measurement, model: Measurement): Measurement;
};

export function defineDimension(dimension: Dimension): Dimension {
  return dimension;
}

export function isMeasured(outcome: Measurement | NotMeasured): outcome is Measurement {
  return 'value' in outcome;
}

/** 100 where a distance is 0, 0 from `ref` on, straight between; `ref` may be 0, as of pay that is. */
export function scoreOfDistance(distance: number, ref: number): number {
  if (distance === 0) return 100;
  return 100 * Math.max(0, 1 - distance / ref);
}

/** How every site counts as the extracts have it. */
export function actualWeights({ places }: AlignmentFacts): SiteWeights {
  return {
    own: Float64Array.from(places, ({ own }) => (own ? 1 : 0)),
    model: Float64Array.from(places, ({ own }) => (own ? 0 : 1)),
  };
}

/** 1 for every place that some row names. */
export function placesOf({ places }: AlignmentFacts, rows: Iterable<{ place: number }>): Uint8Array {
  const carries = new Uint8Array(places.length);
  for (const { place } of rows) carries[place] = 1;
  return carries;
}

/** A distance that is its own size. */
export const PLAIN_SIZE = { sizeOf: (value: number) => value, valueOfSize: (size: number) => size };
