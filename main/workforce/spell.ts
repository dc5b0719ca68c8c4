/** How a spell in the system began. An acquired worker was hired by another organisation and comes under observation at the close. */
export type EntryKind = 'hire' | 'rehire' | 'acquired' | 'conversion' | 'first_seen';

/** How a spell ended; a transfer between entities, leave and an outside worker's conversion are no ends. */
export type ExitKind = 'voluntary' | 'involuntary' | 'other' | 'unclassified' | 'divested';

/** A stretch of a spell during which place, job and terms stay the same. Days are civil day numbers. */
export type Segment = {
  first: number;
  /** Last day, inclusive; null while it goes on. */
  last: number | null;
  /** Codes by dimension (entity, site, unit, job, worker_type, worker_class, supplier, care_setting, attributes); absent is unknown. */
  codes: Readonly<Record<string, string>>;
  manager: string | null;
  position: string | null;
  fte: number | null;
  /** Scheduled hours a week. */
  scheduledHours: number | null;
  /** Base pay per hour in minor units. */
  baseRate: number | null;
  currency: string | null;
  /** Whether the worker is away on leave: in post, but not at work. */
  onLeave: boolean;
};

/**
 * One uninterrupted stay of one person in the system: what turnover and survival count. Segments follow one another
 * without overlap; concurrent jobs are one spell with the main job's segments.
 */
export type Spell = {
  person: string;
  segments: readonly Segment[];
  /** First day in post. */
  start: number;
  /** Day from which service counts: the original hire where the clock runs from it. Never after `start`. */
  serviceFrom: number;
  /** First day on which the extracts would have shown the person leaving: delayed entry. Never before `start`. */
  observedFrom: number;
  /** Last day on which they would have shown it: the end of a spell that ended, else how far the extracts of its entity reach. */
  observedTo: number;
  entry: EntryKind;
  /** Last day in post; null while in post on the last day observed. */
  end: number | null;
  exit: ExitKind | null;
  /** As the source gives it, for an exit. */
  reason: string | null;
  /** Where only snapshots tell: the spell began after this day and on or before `start`; null where the day is known. */
  startAfter: number | null;
  /** Where only snapshots tell: it ended on or after `end` and before this day; null where the day is known. */
  endBefore: number | null;
};

/** All spells of the workspace and how far the extracts can see. */
export type Workforce = {
  spells: readonly Spell[];
  /** First and last day on which leaving would have been seen; null without rosters. */
  observed: { first: number; last: number } | null;
  /** What cannot be known from these extracts, in plain sentences, e.g. that dates of leaving lie between two snapshots. */
  limits: readonly string[];
};
