/** Codes in the comparison, in order: the one in question, its target model, then any others. */
export type Codes = readonly string[];

/** Puts a code at a place; one that stands elsewhere in the order changes places with it. */
export function placed(codes: Codes, at: number, code: string): string[] {
  const elsewhere = codes.indexOf(code);
  const changed = [...codes];
  const before = changed[at];
  changed[at] = code;
  if (elsewhere !== -1 && elsewhere !== at && before !== undefined) changed[elsewhere] = before;
  return changed;
}

/** Takes the first two round: what was the target model is now held against the other. */
export function swapped([first, second, ...others]: Codes): string[] {
  return [second, first, ...others].filter((code) => code !== undefined);
}

/** A page that shows fewer leaves those that only other pages show where they are. */
export function withOthers(shown: Codes, stored: Codes, most: number): string[] {
  return [...shown, ...stored.slice(most).filter((code) => !shown.includes(code))];
}
