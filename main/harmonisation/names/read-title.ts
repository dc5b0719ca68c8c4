import { foldedWords } from '../../text/folded-words.ts';
import { joinedInitials } from '../../text/joined-initials.ts';
import type { NameRules, ReadName } from './read-name.ts';
import { TITLE_ABBREVIATIONS } from './title-abbreviations.ts';
import { FILLERS, LIGHT_WORDS, NUMBER_WORDS, RANK_WORDS, ROMAN_NUMERALS, SCHEDULE_WORDS } from './title-words.ts';

export const TITLE_RULES: NameRules = { read: readTitle, light: LIGHT_WORDS, decisive: RANK_WORDS };

const LONGEST_ENTRY = Math.max(...Object.keys(TITLE_ABBREVIATIONS).map((entry) => entry.split(' ').length));
/** Ladders are short: a larger number is a grade, a unit or hours. */
const HIGHEST_LEVEL = 5;
/** After a role it means part-time, and not the therapist. */
const PART_TIME = 'pt';

/** Reads a hospital job title: "RN II ED nights" is a registered nurse, emergency, of level 2. */
export function readTitle(title: string): ReadName {
  const readings: { written: string; read: string }[] = [];
  let words = foldedWords(joinedInitials(title));
  let level: number | null = null;
  // What one abbreviation stands for may complete another: "hlth unit coord" is a health unit coordinator, so a unit clerk.
  for (let spelt = true; spelt;) {
    const pass = spellOut(words);
    spelt = pass.readings.length > 0;
    readings.push(...pass.readings);
    level ??= pass.level;
    words = pass.words;
  }
  // "RN Registered Nurse" says it twice.
  return { words: [...new Set(words)], level, readings };
}

function spellOut(written: readonly string[]) {
  const words: string[] = [];
  const readings: { written: string; read: string }[] = [];
  let level: number | null = null;
  for (let at = 0; at < written.length;) {
    const entry = entryAt(written, at);
    if (entry !== null && !(entry.written === PART_TIME && at > 0)) {
      readings.push(entry);
      words.push(...entry.read.split(' '));
      at += entry.written.split(' ').length;
      continue;
    }
    const word = written[at++];
    const step = levelOf(word);
    if (step !== null) level ??= written[at] === 'fte' ? null : step;
    else if (namesTheJob(word)) words.push(word);
  }
  return { words, level, readings };
}

function entryAt(written: readonly string[], at: number): { written: string; read: string } | null {
  for (let length = Math.min(LONGEST_ENTRY, written.length - at); length > 0; length--) {
    const phrase = written.slice(at, at + length).join(' ');
    if (Object.hasOwn(TITLE_ABBREVIATIONS, phrase)) return { written: phrase, read: TITLE_ABBREVIATIONS[phrase] };
  }
  return null;
}

function namesTheJob(word: string): boolean {
  return (
    word.length > 1 && !/^\p{N}/u.test(word) && word !== PART_TIME && !SCHEDULE_WORDS.has(word) && !FILLERS.has(word)
  );
}

function levelOf(word: string): number | null {
  if (Object.hasOwn(ROMAN_NUMERALS, word)) return ROMAN_NUMERALS[word];
  if (Object.hasOwn(NUMBER_WORDS, word)) return NUMBER_WORDS[word];
  const number = /^\d$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= HIGHEST_LEVEL ? number : null;
}
