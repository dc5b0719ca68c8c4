import { SoftTfIdf } from '../../text/soft-tf-idf.ts';
import type { WordMatch } from '../../text/soft-tf-idf.ts';
import { wordLikeness } from '../../text/word-likeness.ts';
import type { NameRules, ReadName } from './read-name.ts';

export type NameComparison = {
  /** 0 to 1. */
  score: number;
  matches: readonly WordMatch[];
  onlyFirst: readonly string[];
  onlySecond: readonly string[];
  levels: 'same' | 'different' | 'only_first' | 'only_second' | 'neither';
};

/** What is left of the likeness of words; chosen on the tuned part of the labelled titles (docs/crosswalk.md). */
const LEVEL_FACTORS: Record<NameComparison['levels'], number> = {
  same: 1,
  neither: 1,
  only_first: 0.97,
  only_second: 0.85,
  different: 0.6,
};
/** One has a word such as assistant or chief that the other lacks. */
const OTHER_RANK_FACTOR = 0.7;
/** Each has a word in place of one of the other: chief nursing officer, chief medical officer. */
const CONTRADICTION_FACTOR = 0.8;
const LIGHT_WEIGHT = 0.3;
/** Hospitals use the two words for one another; where they differ the rest of the title decides. */
const TECH = new Set(['tech', 'technician', 'technologist']);
const TECH_LIKENESS = 0.93;

/** Compares names of one domain; words that many of all these names have count less. */
export class NameComparer {
  private readonly texts: SoftTfIdf;

  constructor(
    private readonly rules: NameRules,
    names: readonly ReadName[],
  ) {
    this.texts = new SoftTfIdf(
      names.map(({ words }) => words),
      likenessInNames,
      (word) => (rules.light.has(word) ? LIGHT_WEIGHT : 1),
    );
  }

  compare(first: ReadName, second: ReadName): NameComparison {
    const { score, ...words } = this.texts.compare(first.words, second.words);
    const { light, decisive } = this.rules;
    const alone = [words.onlyFirst, words.onlySecond];
    const otherRank = alone.flat().some((word) => decisive.has(word));
    const contradict = alone.every((side) => side.some((word) => !light.has(word)));
    const factor = (otherRank ? OTHER_RANK_FACTOR : 1) * (contradict ? CONTRADICTION_FACTOR : 1);
    const levels = compareLevels(first.level, second.level);
    return { ...words, levels, score: score * LEVEL_FACTORS[levels] * factor };
  }
}

function likenessInNames(a: string, b: string): number {
  if (a !== b && TECH.has(a) && TECH.has(b)) return a === 'tech' || b === 'tech' ? 1 : TECH_LIKENESS;
  return wordLikeness(a, b);
}

function compareLevels(first: number | null, second: number | null): NameComparison['levels'] {
  if (first === null) return second === null ? 'neither' : 'only_second';
  if (second === null) return 'only_first';
  return first === second ? 'same' : 'different';
}
