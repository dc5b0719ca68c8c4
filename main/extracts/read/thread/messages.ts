import type { Failure } from '../../../contract/errors.ts';
import type { FileSample } from '../file/file-sample.ts';
import type { Records } from '../scanning/record-batch.ts';
import type { Understanding } from '../understanding.ts';
import type { ReadingWarning } from '../warning.ts';

/** What the scanning thread is asked to read: a text file that was looked at and understood before. */
export type ScanJob = { path: string; sample: FileSample; understanding: Understanding };

/** Room for one batch. It belongs to whichever thread it was handed to last. */
export type Slot = { bytes: Uint8Array<ArrayBuffer>; records: Records };

/** What a file turned out to be once it was read to its end. */
export type ScanEnd = { sha256: string; warnings: ReadingWarning[]; blankLines: number };

export type ToScanner = { type: 'job'; job: ScanJob } | { type: 'slot'; slot: Slot };

export type FromScanner =
  | { type: 'batch'; slot: Slot }
  /** Nothing to tell yet, but the thread is not stuck. */
  | { type: 'alive' }
  | { type: 'end'; end: ScanEnd }
  | { type: 'failed'; failure: Failure };

/** Records in a batch at most, so that what is under way takes little memory. */
export const SLOT_RECORDS = 16_384;

/** One is filled, one is on its way and one is worked on. */
export const SLOTS = 3;
