import type { Filter } from './figure.ts';
import type { TargetModel } from './target-models.ts';
import type { Unit } from './units.ts';

/** What people decide or assume in a workspace, part by part. */
export type DecisionPart = 'assumptions' | 'targets' | 'synergies' | 'waves' | 'clean_room';

export type Range = { low: number; high: number };

/** What no extract tells, and the range that it stands at. */
export type AssumptionInfo = {
  assumption: string;
  title: string;
  unit: Unit;
  least: number;
  most: number;
  /** Range that stands until somebody gives another. */
  standard: Range;
  /** Range that somebody gave; null while the standard one stands. */
  own: Range | null;
};

/** A decision on one dimension of one entity. */
export type AlignmentTarget = {
  entity: string;
  dimension: string;
  model: TargetModel;
  /** Entity whose ways are adopted, or that stands for the written standard; null for the others. */
  of: string | null;
  /** What its owner says that closing it costs a year, in minor units, where nothing measures it; saving is negative. */
  cost: number | null;
  /** Score from which the dimension counts as aligned. */
  score: number | null;
  owner: string | null;
  /** ISO day by which the gap is to be closed. */
  due: string | null;
  /** Why it is kept apart; null for the other models, or where nobody said. */
  reason: string | null;
  /** Name of the wave that it is promised by; null for none. */
  wave: string | null;
};

/** A decision as people write it: money in whole units of the currency. */
export type TargetDecision = Omit<AlignmentTarget, 'cost'> & { costMajor: number | null };

export type IntegrationTargets = {
  /** Entities that can be decided upon, those acquired last first. */
  entities: { code: string; name: string; owner: string | null }[];
  /** Codes that a dimension can be held against. */
  models: { code: string; name: string }[];
  dimensions: { id: string; label: string }[];
  /** Score from which a dimension counts as aligned unless its target says otherwise. */
  alignedFrom: number;
  currency: string | null;
  targets: AlignmentTarget[];
};

/** One promise of a deal, bound to a metric that must move. Money in minor units. */
export type Synergy = {
  id: number;
  title: string;
  owner: string;
  /** Yearly run rate that is planned: a saving of the metric, in its unit. */
  planned: number;
  /** What it costs once to get there. */
  oneOff: number;
  /** ISO month from which the metric is to fall. */
  from: string;
  metric: string;
  where: Filter;
  /** Name of the wave that it is promised by; null for none. */
  wave: string | null;
};

/** An entry as people write it: money in whole units of the currency, other plans in the unit of the metric. */
export type SynergyEntry = Omit<Synergy, 'id' | 'planned' | 'oneOff'> & { plannedMajor: number; oneOffMajor: number };

/** A synergy with what its metric shows. Savings in the unit of the metric; null is not measured. */
export type MeasuredSynergy = {
  synergy: Synergy;
  unit: 'money' | 'hours';
  currency: string | null;
  /** Months since it began in which both the month and the same month a year before are known. */
  months: number;
  /** Saved since it began, against the same months a year before. */
  realised: number | null;
  /** Of that, in the calendar year of the latest month; null where no month of it is measured. */
  inYear: number | null;
  /** A year's saving at the pace of the latest twelve months, or of those there are; null below three. */
  runRate: number | null;
  /** Whether a control chart of the metric shows that it fell; without a signal a saving may be noise. */
  signal: boolean;
  /** Why it is not measured; null where it is. */
  absence: 'not_yet' | 'no_year_before' | 'suppressed' | null;
  /** Numbers of the synergies that count the same saving. */
  overlaps: readonly number[];
};

export const SYNERGY_ABSENCES: Readonly<Record<NonNullable<MeasuredSynergy['absence']> | 'not_this_year', string>> = {
  not_yet: 'not begun',
  no_year_before: 'no year before to compare',
  suppressed: 'hidden: too few people',
  not_this_year: 'not measured this year',
};

export type Ledger = {
  synergies: readonly MeasuredSynergy[];
  /**
   * Sums of money; of synergies that count the same saving the one planned largest counts. What is measured leaves out
   * those that are not, and is null where none is; nothing is added up over several currencies.
   */
  total: {
    planned: number | null;
    oneOff: number | null;
    realised: number | null;
    inYear: number | null;
    runRate: number | null;
    currency: string | null;
  };
};

/** The ledger with the metrics that an entry can be bound to. */
export type SynergyLedger = Ledger & { metrics: { metric: string; title: string; unit: Unit }[] };

/** A milestone of an integration: a day by which things are promised. */
export type Wave = {
  name: string;
  /** ISO day. */
  due: string;
};

/** A wave with what is promised by it: that dimensions reach their targets, and that synergies arrive. */
export type WavePlan = Wave & {
  targets: { entity: string; dimension: string; label: string }[];
  synergies: { id: number; title: string }[];
};

/** Why a workspace is a clean room: a deal has not closed, or somebody said so; null where it is none. */
export type CleanRoom = 'before_close' | 'setting' | null;
