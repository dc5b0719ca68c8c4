/**
 * How a canonical column is read. `code` is trimmed text that names something; blank codes are kept blank.
 * `duration` is a number or a day, whichever the extract has.
 */
export type ColumnType =
  | 'code'
  | 'text'
  | 'day'
  | 'hours'
  | 'money'
  | 'number'
  | 'duration'
  | 'flag'
  | 'worker_type'
  | 'choice';

export type ColumnDefinition = {
  name: string;
  type: ColumnType;
  /** A blank value quarantines the row. */
  required: boolean;
  meaning: string;
  /** For `choice`: the values allowed; a blank is allowed unless required. */
  choices?: readonly string[];
  /** Inclusive bounds; a value beyond them is quarantined as `out_of_range`. */
  min?: number;
  max?: number;
  /** What a blank value, or a column that the extract lacks, stands for; without it a blank stays unknown. */
  whenBlank?: string | number;
  /** A blank is an answer of its own, not a value that is missing. */
  blankAnswers?: true;
};

/**
 * One kind of extract: its canonical columns and what identifies a row (PRODUCT §2).
 * `labor` and `staffing` become columnar facts; every other kind is stored row by row.
 */
export type ExtractKind = {
  id: string;
  title: string;
  columns: readonly ColumnDefinition[];
  /** Of these groups, each needs at least one column present in the extract. */
  needsOneOf: readonly (readonly string[])[];
  /** Columns; of alternatives joined by `|` the first one filled counts. */
  naturalKey: readonly string[];
  /**
   * Column of the natural key that tells the lines of one document apart. Where it is blank, two lines may agree in
   * everything and both be right: they are told apart by their order in the extract.
   */
  lineColumn: string | null;
  /** Columns that date a row; the first one filled counts. */
  dayColumns: readonly string[];
  /**
   * Rows of one extract with the same natural key make one statement, which a later extract replaces as a whole. What
   * was stated stays readable after its batch was undone, so that every older version can be asked for again.
   */
  versioned?: true;
};

export function defineKind(
  kind: Omit<ExtractKind, 'lineColumn'> & Partial<Pick<ExtractKind, 'lineColumn'>>,
): ExtractKind {
  return { lineColumn: null, ...kind };
}

type Extra = Partial<Omit<ColumnDefinition, 'name' | 'type' | 'meaning'>>;

/** Short hand for one column of a kind. */
export function column(name: string, type: ColumnType, meaning: string, extra: Extra = {}): ColumnDefinition {
  return { name, type, meaning, required: false, ...extra };
}

export const CURRENCY = column('currency', 'code', 'ISO 4217 code of the money in the row');
