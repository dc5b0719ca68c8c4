import { jaroWinkler } from './jaro-winkler.ts';

/** Less alike than this, two words are two words. */
const ALIKE = 0.95;
/** Fewer letters are no beginning of a longer word, but an abbreviation of many. */
const SHORTEST_STEM = 4;
const CUT_SHORT = 0.96;

/**
 * How sure it is that two spellings mean one word: 1 for the same letters, a little less where one is the other cut
 * short ("emerg") or misspelt, 0 for different words.
 */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST_STEM && long.startsWith(short)) return CUT_SHORT;
  // Hardly anybody misspells the first letter; most pairs end here.
  if (short.length < SHORTEST_STEM || a[0] !== b[0]) return 0;
  const likeness = jaroWinkler(a, b);
  return likeness >= ALIKE ? likeness : 0;
}
