import type { Tuple } from '../facts/tuple-table.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { WorkerType } from '../model/worker-types.ts';

/** A row that was not accepted, as quarantine keeps it. */
export type RejectedRow = {
  row: number;
  column: string | null;
  value: string | null;
  /** Code of `main/extracts/reasons.ts`. */
  reason: string;
  /** Offset of the row in the decoded text, in bytes. */
  offset: number;
  raw: Uint8Array;
};

/** A row in quarantine, with where it came from. */
export type QuarantinedRecord = Omit<RejectedRow, 'offset' | 'raw'> & {
  batch: number;
  file: string;
  sheet: string | null;
};

/** One row of a kind that is stored row by row: values in the order of the kind's columns. */
export type RecordRow = { line: number; values: (string | number | null)[]; attributes: Record<string, string> | null };

export type StoredWorkerType = WorkerType;

export type BatchState = 'staging' | 'published' | 'undone';

export type Ledger = {
  rowsRead: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  skipped: number;
};

export type StoredBatch = Ledger & {
  id: number;
  file: string;
  /** The sheet that was read, of a workbook. */
  sheet: string | null;
  sha256: string;
  recipeHash: string;
  kind: string;
  profile: string;
  state: BatchState;
  imported: string;
  firstDay: number | null;
  lastDay: number | null;
  warnings: { code: string; message: string }[];
};

export type NewBatch = {
  file: string;
  sheet: string | null;
  kind: string;
  profile: string;
  recipe: string;
  recipeHash: string;
  imported: string;
};

/** A moment at which a batch came to count, or ceased to, as the history has it. */
export type BatchEvent = {
  batch: number;
  counts: boolean;
  /** ISO date and time. */
  at: string;
  /** Account under which it was done; null where the history does not say. */
  by: string | null;
};

export type FactName = 'labor' | 'staffing';

export type ChunkInfo = { id: number; batch: number; fact: FactName; rows: number; firstDay: number; lastDay: number };

export type StoredRecord = {
  id: number;
  batch: number;
  line: number;
  key: string;
  status: number;
  values: (string | number | null)[];
  attributes: Record<string, string> | null;
};

export type StoredPayCode = { id: number; code: string; payClass: PayClass | null };

export type StoredRecordSet = { place: number; jobs: string[] };

/** Dictionary rows that a publication adds; ids follow on from those stored. */
export type DictionaryAdditions = {
  tuples: Tuple[];
  workers: string[];
  payCodes: { code: string; payClass: PayClass | null }[];
  recordSets: StoredRecordSet[];
  siteNames: [code: string, name: string][];
};

/** Settings by their names. */
export type Settings = Readonly<Record<string, string>>;

export type RollupBlob = { name: string; data: Uint8Array };

/** All that becomes visible at once; if any part fails, nothing does. */
export type Publication = {
  /** Batch that goes from staging to published, or from published to undone. */
  batch: number;
  state: 'published' | 'undone';
  ledger: Ledger;
  sha256: string;
  size: number;
  firstDay: number | null;
  lastDay: number | null;
  warnings: { code: string; message: string }[];
  additions: DictionaryAdditions;
  /** Ledgers of other batches whose rows changed status. */
  ledgers: Map<number, Ledger>;
  /** New row statuses by chunk; null when all rows are effective. */
  chunkStatuses: Map<number, Uint8Array | null>;
  /** New statuses of row-by-row records, by kind and id. */
  recordStatuses: { kind: string; id: number; status: number }[];
  /** Rows of rosters, by id, that go to quarantine because they contradict others, and those that no longer do. */
  contradictions: { found: readonly number[]; released: readonly number[] };
  rollups: RollupBlob[];
  /** Rows of an undone batch stay readable as history; its facts and rejected rows never do. */
  keepsRecords: boolean;
  action: string;
};

export type IntegrityFinding = { code: string; message: string };

/**
 * What the domain needs from storage. Nothing reads staging: facts are those of published batches, unless a staging
 * batch is named. Throws InputRefused when the file has gone, is full or was damaged.
 */
export interface Store {
  readonly readOnly: boolean;

  tuples(): Tuple[];
  workers(): string[];
  workerName(id: number): string;
  payCodes(): StoredPayCode[];
  recordSets(): StoredRecordSet[];
  siteNames(): Map<string, string>;
  workerTypes(): WorkerType[];
  setting(key: string): string | null;
  /** Several settings change together or not at all. */
  setSettings(settings: Settings): void;
  mapPayCode(id: number, payClass: PayClass | null, rollups: RollupBlob[]): void;

  batches(): StoredBatch[];
  batchWithContent(sha256: string, recipeHash: string): StoredBatch | null;
  stageBatch(batch: NewBatch): number;
  stageChunk(
    batch: number,
    fact: FactName,
    chunk: { rows: number; firstDay: number; lastDay: number; data: Uint8Array },
  ): number;
  stageQuarantine(batch: number, rows: readonly RejectedRow[]): void;
  stageRecords(batch: number, kind: string, rows: readonly { row: RecordRow; key: string }[]): void;
  discard(batch: number): void;
  publish(publication: Publication): void;

  chunks(fact: FactName, options?: { firstDay?: number; lastDay?: number; alsoBatch?: number }): ChunkInfo[];
  chunkData(id: number): Uint8Array;
  chunkStatuses(id: number): Uint8Array | null;
  records(kind: string, options?: { alsoBatch?: number }): StoredRecord[];
  /** The same one by one, for kinds of which there may be millions. Nothing else may be asked meanwhile. */
  visitRecords(kind: string, visit: (record: StoredRecord) => void, options?: { alsoBatch?: number }): void;
  /** Records of a versioned kind, those of undone batches among them. */
  recordsEver(kind: string): StoredRecord[];
  /** When batches of a kind came to count and ceased to, in the order in which that happened. */
  batchEvents(kind: string): BatchEvent[];
  quarantine(
    batch: number | null,
    page: { offset: number; limit: number },
  ): { total: number; rows: QuarantinedRecord[] };
  quarantineReasons(batch: number): Record<string, number>;
  rollup(name: string): Uint8Array | null;

  /** Integrity of the file, content hashes, audit chain. */
  integrity(): IntegrityFinding[];
  close(): void;
}
