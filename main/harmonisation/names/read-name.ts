/** A name of a job, supplier or unit as it is compared. */
export type ReadName = {
  /** What it names, abbreviations spelt out, without what makes no difference. */
  words: readonly string[];
  /** Step on a ladder such as I, II or "level 2"; null where the name has none. */
  level: number | null;
  /** Abbreviations that were spelt out, as written and as read. */
  readings: readonly { written: string; read: string }[];
};

/** How names of one domain are read and compared. */
export type NameRules = {
  read(name: string): ReadName;
  /** Words that a name may leave out without naming another thing. */
  light: ReadonlySet<string>;
  /** Words without which it is certainly another thing. */
  decisive: ReadonlySet<string>;
};
