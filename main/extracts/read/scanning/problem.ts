/** What can be wrong with one record; 0 is fine. Codes travel in a byte a record, names go to the user. */
export const RecordProblem = {
  none: 0,
  shortRow: 1,
  longRow: 2,
  invalidUtf8: 3,
  nulByte: 4,
  unclosedQuote: 5,
  strayQuote: 6,
  fieldTooLong: 7,
} as const;

export type RecordProblemCode = (typeof RecordProblem)[keyof typeof RecordProblem];

const NAMES = [
  '',
  'short_row',
  'long_row',
  'invalid_utf8',
  'nul_byte',
  'unclosed_quote',
  'stray_quote',
  'field_too_long',
];

/** The reason code shown for a problem. Throws RangeError for 0 and for unknown codes. */
export function problemName(code: number): string {
  const name = NAMES[code];
  if (!name) throw new RangeError(`no record problem has the code ${code}`);
  return name;
}
