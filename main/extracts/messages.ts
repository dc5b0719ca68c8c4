import type { Failure } from '../contract/errors.ts';
import type { ExtractPreview, Notice } from '../contract/workspace.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import type { Recipe } from './recipe.ts';
import type { RecordRow, RejectedRow } from '../ports/store.ts';

/** What the reader is asked to do with one file. */
export type ReadingJob = {
  purpose: 'import' | 'preview';
  path: string;
  /** Base name, for messages. */
  file: string;
  kind: string | null;
  profile: string | null;
  recipe: unknown;
  /** `KEY=VALUE` choices: reading settings and constants of the recipe. */
  settings: Record<string, string>;
};

/** Codes that the reader met for the first time since its last message, by position after those already sent. */
export type NewCodes = {
  /** Values of each new tuple, in the order of `dimensions` of the `started` message. */
  tuples: string[][];
  workers: string[];
  payCodes: string[];
  /** Site codes with the name that the extract gives them. */
  siteNames: [code: string, name: string][];
};

export type ReadingSummary = {
  rowsRead: number;
  quarantined: number;
  skipped: number;
  sha256: string;
  bytes: number;
  warnings: Notice[];
};

export type ReaderMessage =
  | {
      type: 'started';
      kind: string;
      profile: string;
      confidence: number;
      recipe: Recipe;
      dimensions: string[];
      /** The sheet that is read, of a workbook. */
      sheet: string | null;
      size: number;
    }
  | { type: 'labor'; chunk: LaborChunk | null; codes: NewCodes; rejected: RejectedRow[]; read: number; bytes: number }
  | {
      type: 'staffing';
      chunk: StaffingChunk | null;
      codes: NewCodes;
      rejected: RejectedRow[];
      read: number;
      bytes: number;
    }
  | { type: 'records'; rows: RecordRow[]; rejected: RejectedRow[]; read: number; bytes: number }
  /** Nothing to tell yet, but the reader is not stuck. */
  | { type: 'alive' }
  | { type: 'finished'; summary: ReadingSummary }
  | { type: 'preview'; preview: ExtractPreview }
  | { type: 'refused'; failure: Failure };

export type ServiceMessage = { type: 'job'; job: ReadingJob } | { type: 'credit' };

/** Chunks that may be under way at once; the reader waits for credit beyond that. */
export const CREDITS = 4;
