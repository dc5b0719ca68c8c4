import { wordSet } from '../../text/word-set.ts';
import { foldedWords } from '../../text/folded-words.ts';
import type { NameRules } from './read-name.ts';
import { readTitle } from './read-title.ts';

/** Words that say which of several alike units it is, or only that it is one. */
const PLACES: ReadonlySet<string> = wordSet(
  'unit ward department floor clinic center main north south east west campus',
);

/**
 * Names of units, read for the work that is done there: "ED, Bayside" and "Emergency, Main" are of one service line.
 * `places` are codes of sites and entities, which say where and not what.
 */
export function unitRules(places: Iterable<string>): NameRules {
  const where = [...places]
    .map((place) => foldedWords(place).join(' '))
    .filter((place) => place !== '')
    .sort((a, b) => b.length - a.length);
  return {
    read(name) {
      const own = where.reduce((text, place) => text.replaceAll(` ${place} `, ' '), ` ${foldedWords(name).join(' ')} `);
      const { words, readings } = readTitle(own.trim() === '' ? name : own);
      const named = words.filter((word) => !PLACES.has(word));
      return { words: named.length > 0 ? named : words, level: null, readings };
    },
    light: new Set(),
    decisive: new Set(),
  };
}
