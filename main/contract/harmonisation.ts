import type { CrosswalkDomain } from './crosswalk-domains.ts';

/** How a code of the entity meets the target model; `unmapped` waits for a decision. */
export type CodeState = 'one_to_one' | 'split' | 'merged' | 'none' | 'unmapped';

export type HarmonisationRequest = {
  domain: CrosswalkDomain;
  /** null: the entity acquired last. */
  entity: string | null;
  /** Entity or parent that is the target model; null: the owner of the entity. */
  against: string | null;
  /** Version of the crosswalk; null: the latest. */
  version: number | null;
};

/** A sentence that speaks for a suggestion, or against it. */
export type SuggestionReason = { favours: boolean; text: string };

export type TargetSuggestion = {
  code: string;
  title: string | null;
  /** 0 to 1. */
  score: number;
  reasons: SuggestionReason[];
};

export type TargetShare = { code: string; share: number };

export type HarmonisedCode = {
  code: string;
  /** The title that most of its people have. */
  title: string | null;
  /** How many titles its people have. */
  titles: number;
  /** People in post; null where no roster says, and of few people in a clean room. */
  heads: number | null;
  /** Productive hours of the last twelve months with facts; null in a clean room unless many people worked them. */
  hours: number | null;
  state: CodeState;
  targets: TargetShare[];
  /** Who decided it and when; null while unmapped. */
  decided: { batch: number; at: string; by: string | null } | null;
  /** Why what was stated cannot be followed. */
  fault: string | null;
  suggestions: TargetSuggestion[];
};

export type StateTotal = { codes: number; heads: number | null; hours: number | null };

/** One version of the crosswalk: what changed it, when, and under which account. */
export type CrosswalkVersion = {
  version: number;
  batch: number;
  file: string;
  /** Published, or taken back. */
  action: 'decided' | 'imported' | 'undone';
  at: string;
  by: string | null;
  /** Whether the batch counts today, so that it can be taken back. */
  counts: boolean;
};

export type HarmonisationModel = {
  domain: CrosswalkDomain;
  entity: { code: string; name: string };
  against: { code: string; name: string };
  version: number;
  /** From this score on suggestions may be accepted together: measured for jobs, equal names elsewhere. */
  acceptAbove: number;
  /** What accepting them together would decide. */
  bulk: { total: StateTotal; decisions: CrosswalkDecision[] };
  /** Those with most people first, then by hours. */
  codes: HarmonisedCode[];
  totals: Record<CodeState, StateTotal>;
  /** What a code can be mapped to. */
  targets: { code: string; title: string | null }[];
  /** Oldest first. */
  history: CrosswalkVersion[];
  /** Kinds of extract that would say more. */
  missing: string[];
};

/** Entities that can be harmonised, those acquired last first, and what they are held against unless told otherwise. */
export type HarmonisableEntity = { code: string; name: string; against: string | null };

export type CrosswalkDecision = { code: string; targets: TargetShare[] };

export type DecisionResult = {
  /** null when every decision only repeats what is in force. */
  batch: number | null;
  version: number;
  decided: number;
};
