/** Why a row is quarantined; the codes are part of the command line's contract. */
export const REASONS = {
  none: 0,
  short_row: 1,
  long_row: 2,
  invalid_utf8: 3,
  nul_byte: 4,
  unclosed_quote: 5,
  stray_quote: 6,
  field_too_long: 7,
  missing_value: 8,
  invalid_date: 9,
  invalid_number: 10,
  overflow: 11,
  out_of_range: 12,
  unknown_value: 13,
  term_before_hire: 14,
  invalid_flag: 15,
  invalid_text: 16,
  /** Found when rows are compared with each other, not by the reader. */
  contradicts_row: 17,
} as const;

export type Reason = Exclude<keyof typeof REASONS, 'none'>;

const NAMES = Object.fromEntries(Object.entries(REASONS).map(([name, code]) => [code, name])) as Record<number, Reason>;

export function reasonName(code: number): Reason {
  return NAMES[code];
}
