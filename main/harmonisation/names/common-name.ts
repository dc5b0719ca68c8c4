import type { NameRules, ReadName } from './read-name.ts';

/** A word counts as one of the code when so many of its people have it in their title. */
const COMMON_WORD = 0.5;
/** A level only when nearly everybody is of it: "RN I" and "RN II" under one code are of none. */
const COMMON_LEVEL = 0.9;

/**
 * What the titles under one code have in common, as the title that most people have words it: "RN I - ED" and
 * "RN II - ICU" are registered nurses. `titles` are shares of the people; of titles without anything in common the
 * foremost speaks for all.
 */
export function commonName(rules: NameRules, title: string, titles: ReadonlyMap<string, number>): ReadName {
  const foremost = rules.read(title);
  if (titles.size < 2) return foremost;
  const words = new Map<string, number>();
  const levels = new Map<number | null, number>();
  for (const [other, share] of titles) {
    const name = rules.read(other);
    for (const word of name.words) words.set(word, (words.get(word) ?? 0) + share);
    levels.set(name.level, (levels.get(name.level) ?? 0) + share);
  }
  const common = foremost.words.filter((word) => words.get(word)! >= COMMON_WORD);
  if (common.length === 0) return foremost;
  const isOfLevel = (levels.get(foremost.level) ?? 0) >= COMMON_LEVEL;
  const readings = foremost.readings.filter(({ read }) => read.split(' ').every((word) => common.includes(word)));
  return { words: common, level: isOfLevel ? foremost.level : null, readings };
}
