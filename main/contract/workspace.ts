/** One import of one extract, with its ledger: rowsRead = accepted + quarantined + duplicates. */
export type BatchInfo = {
  batch: number;
  file: string;
  kind: string;
  profile: string;
  sha256: string;
  state: 'published' | 'undone' | 'staging';
  /** ISO date and time of the import. */
  imported: string;
  rowsRead: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  skipped: number;
  /** ISO days, null when the kind has no dates. */
  firstDay: string | null;
  lastDay: string | null;
};

/** What an import reports for one file; the ledger adds up or nothing is published. */
export type ImportReport = {
  file: string;
  kind: string;
  profile: string;
  confidence: number;
  rowsRead: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  skipped: number;
  /** null when nothing was stored: the same file was already in the workspace. */
  batch: number | null;
  seconds: number;
  /** Quarantined rows by reason code; sums to `quarantined`. */
  reasons: Record<string, number>;
  warnings: Notice[];
};

export type Notice = { code: string; message: string };

export type QuarantinedRow = {
  batch: number;
  file: string;
  sheet: string | null;
  row: number;
  column: string | null;
  value: string | null;
  reason: string;
};

/** What the preview shows before anything is stored. */
export type ExtractPreview = {
  file: string;
  size: number;
  encoding: string;
  delimiter: string;
  header: string[];
  /** First rows as read, by header position. */
  sample: { row: number; cells: string[] }[];
  kind: string | null;
  profile: string | null;
  /** 0–1: share of the profile's columns found. */
  confidence: number;
  mapping: ColumnMapping[];
  /** Canonical columns of the kind, for the mapping studio. */
  targets: { column: string; required: boolean; meaning: string }[];
  /** Rows among the first few thousand that would be quarantined, and why. */
  rowsChecked: number;
  rejects: { row: number; column: string | null; value: string | null; reason: string }[];
  warnings: Notice[];
  /** The recipe that an import of this preview would use. */
  recipe: unknown;
  /** Set when the file can only be imported after the user has answered, e.g. which date order. */
  question: {
    setting: 'date_order' | 'decimal' | 'kind';
    message: string;
    choices: { value: string; label: string }[];
  } | null;
};

export type ColumnMapping = {
  source: string;
  /** Canonical column, "attribute:<name>" or null when it is left out. */
  target: string | null;
  confidence: number;
};

export type WorkspaceInfo = {
  /** Base name without extension. */
  name: string;
  batches: BatchInfo[];
  /** Latest day covered by any extract. */
  asOf: string | null;
  rows: number;
  quarantined: number;
  /** Share of hours with a known worker class and pay class; null without hours. */
  resolvedShare: number | null;
  currency: string | null;
};

export type RowsResult = {
  total: number;
  /** Column ids in the order to show them. */
  columns: string[];
  rows: Record<string, string | number | null>[];
};

export type PayCodeInfo = { payCode: string; payClass: string | null; rows: number };

export type CheckResult = { ok: boolean; findings: { code: string; message: string }[] };

export type Progress = { job: string; stage: string; file: string | null; done: number; total: number | null };
