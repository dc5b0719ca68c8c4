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
/** A word that no name of the target has cannot tell its names apart, but may say that none of them is meant. */
const STRANGE_WEIGHT = 0.5;
const STRANGE_FACTOR = 0.85;
/** Hospitals use the two words for one another; where they differ the rest of the title decides. */
const TECH = new Set(['tech', 'technician', 'technologist']);
const TECH_LIKENESS = 0.93;

/** Compares names of a source with those of a target; words that many of all these names have count less. */
export class NameComparer {
  private readonly texts: SoftTfIdf;
  private readonly wordsOfTargets: readonly string[];
  private readonly alike = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    private readonly rules: NameRules,
    { sources, targets }: { sources: readonly ReadName[]; targets: readonly ReadName[] },
  ) {
    this.wordsOfTargets = [...new Set(targets.flatMap(({ words }) => words))];
    this.texts = new SoftTfIdf(
      [...sources, ...targets].map(({ words }) => words),
      (word, other) => this.alikeTo(word).get(other) ?? 0,
      (word) => (rules.light.has(word) ? LIGHT_WEIGHT : this.isStrange(word) ? STRANGE_WEIGHT : 1),
    );
  }

  compare(source: ReadName, target: ReadName): NameComparison {
    const { score, ...words } = this.texts.compare(source.words, target.words);
    const { light, decisive } = this.rules;
    const { onlyFirst, onlySecond } = words;
    const otherRank = [...onlyFirst, ...onlySecond].some((word) => decisive.has(word));
    const telling = onlyFirst.filter((word) => !light.has(word));
    const strange = telling.some((word) => this.isStrange(word));
    const contradict = telling.some((word) => !this.isStrange(word)) && onlySecond.some((word) => !light.has(word));
    const levels = compareLevels(source.level, target.level);
    const factors = [
      LEVEL_FACTORS[levels],
      otherRank ? OTHER_RANK_FACTOR : 1,
      contradict ? CONTRADICTION_FACTOR : 1,
      strange ? STRANGE_FACTOR : 1,
    ];
    return { ...words, levels, score: factors.reduce((left, factor) => left * factor, score) };
  }

  /** Words of targets that a word may be another spelling of, with their likeness. */
  alikeTo(word: string): ReadonlyMap<string, number> {
    let alike = this.alike.get(word);
    if (alike === undefined) {
      const found = this.wordsOfTargets.map((known): [string, number] => [known, likenessInNames(word, known)]);
      this.alike.set(word, (alike = new Map(found.filter(([, likeness]) => likeness > 0))));
    }
    return alike;
  }

  /** Whether no name of the target has the word in any spelling. */
  private isStrange(word: string): boolean {
    return this.alikeTo(word).size === 0;
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
