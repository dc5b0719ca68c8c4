import type { PayClass } from '../../../model/pay-classes.ts';
import type { Observed } from '../../../workforce/observation.ts';
import type { Spell } from '../../../workforce/spell.ts';
import type { Side } from '../sides.ts';

/** A site of one of the two sides: the cluster that is relabelled and resampled as a whole. */
export type Place = { entity: string; site: string; own: boolean };

/** A job of the target model that a job is, or is in part. */
export type TargetJob = { code: string; share: number };

/** Somebody in post on the day looked at. Money in minor units per hour. */
export type Head = {
  place: number;
  person: string;
  job: string;
  /** Jobs of the target model; empty where it was decided that it has none, null where the job is not known. */
  targets: readonly TargetJob[] | null;
  /** How the crosswalk maps the job; null where it does not name it. */
  relation: string | null;
  unit: string;
  workerType: string;
  /** Neither an outside worker nor a digital one. */
  employed: boolean;
  manager: string | null;
  rate: number | null;
  currency: string | null;
  /** Scheduled hours a week. */
  weeklyHours: number | null;
  /** Variable load on pay, as a share; null where no extract says. */
  variableLoad: number | null;
};

/** Where hours were worked, seen from the worker's home unit. */
export type Deployment = 'home_unit' | 'float' | 'other_site';

/** Productive hours of the window. */
export type HourCell = {
  place: number;
  job: string;
  unit: string;
  workerType: string;
  workerClass: string;
  careSetting: string;
  /** null where no extract gives a home unit. */
  deployment: Deployment | null;
  hours: number;
};

/** External hours with a known price, and their money, in one month. */
export type SpendCell = {
  place: number;
  supplier: string;
  /** Names under which the supplier was billed. */
  billedAs: string;
  targets: readonly TargetJob[] | null;
  payClass: string;
  month: number;
  hours: number;
  cost: number;
  /** null where the extract does not say. */
  currency: string | null;
};

/** Shifts worked in a week (numbered from the epoch), and how much of them by outside workers. */
export type WeekWorked = { week: number; worked: number; outside: number };

/** Shifts that are alike; amounts in the unit of the extract (hours or heads). */
export type ShiftCell = {
  place: number;
  unit: string;
  serviceLine: string;
  targets: readonly TargetJob[] | null;
  job: string | null;
  length: string | null;
  start: string | null;
  rotation: string | null;
  leadTime: string | null;
  /** What was worked, else scheduled, else required. */
  weight: number;
  /** Weeks in which the extract tells what was worked. */
  weeks: readonly WeekWorked[];
};

export type PolicyRow = {
  entity: string;
  area: string;
  attribute: string;
  value: string;
  /** Day from which it holds; null where the extract does not say. */
  since: number | null;
  scope: Readonly<Record<string, string>>;
};

/** `persons` are several where two payrolls use one worker id and the extract does not say whose it is. */
export type CredentialRow = { persons: readonly string[]; control: string; current: boolean };

export type Band = {
  entity: string | null;
  job: string;
  min: number | null;
  mid: number | null;
  max: number | null;
  currency: string | null;
};

/** What a supplier may charge at one site for a job of the target model, in minor units per hour. */
export type RateCard = {
  site: string;
  own: boolean;
  supplier: string;
  job: string;
  payClass: string;
  firstMonth: number;
  /** null without end. */
  lastMonth: number | null;
  rate: number;
  currency: string | null;
};

/** Everything that dimensions compare, as of one day and over the months up to it. */
export type AlignmentFacts = {
  entity: Side;
  against: Side;
  places: readonly Place[];
  /** Day looked at; null in a workspace without dated facts. */
  asOf: number | null;
  closeDay: number | null;
  /** Whether fewer people than a group must have are not told: in a clean room. */
  hidesFew: boolean;
  /** Months of the window, and its days up to the last that the extracts cover. */
  window: { first: number; last: number; days: number } | null;
  currency: string | null;
  crosswalkVersion: number;
  heads: readonly Head[];
  /** Spells of either side, with the place of their last segment within the day looked at. */
  spells: readonly { place: number; spell: Spell }[];
  /** Days on which leaving an entity would have been seen. */
  observedOf: (entity: string) => Observed;
  hours: readonly HourCell[];
  /** Hours that the own side paid its employees in the window, by pay class. */
  ownPaidHours: ReadonlyMap<PayClass, number>;
  /** What the own side paid for outside hours in the window beyond the loaded cost of own hours, by job. */
  outsideExcess: () => ReadonlyMap<string, number>;
  spend: readonly SpendCell[];
  rates: readonly RateCard[];
  shifts: readonly ShiftCell[];
  policies: readonly PolicyRow[];
  credentials: readonly CredentialRow[];
  bands: readonly Band[];
};
