/** Likeness of two words, 0 to 1; 0 for words that are not the same. */
export type WordLikeness = (a: string, b: string) => number;

/** A word of one text with the word of the other text that it met, and how alike they are. */
export type WordMatch = { word: string; other: string; likeness: number };

export type TextLikeness = {
  /** 0 for texts without a word in common, 1 for the same words. */
  score: number;
  matches: WordMatch[];
  /** Words without a counterpart. */
  onlyFirst: string[];
  onlySecond: string[];
};

/**
 * Likeness of short texts by their words: a word that few texts have counts for more, and words that are nearly alike
 * count as nearly the same. Cosine of inverse document frequencies, with each word meeting at most one of the other
 * text, so that the measure is symmetric.
 * Source: after Cohen, Ravikumar and Fienberg, "A Comparison of String Distance Metrics for Name-Matching Tasks" (2003).
 */
export class SoftTfIdf {
  private readonly texts: number;
  private readonly textsWith = new Map<string, number>();

  /** `emphasis` scales the weight of a word; words that say little of the matter get less than 1. */
  constructor(
    texts: readonly (readonly string[])[],
    private readonly likeness: WordLikeness,
    private readonly emphasis: (word: string) => number = () => 1,
  ) {
    this.texts = Math.max(1, texts.length);
    for (const text of texts)
      for (const word of new Set(text)) this.textsWith.set(word, (this.textsWith.get(word) ?? 0) + 1);
  }

  compare(first: readonly string[], second: readonly string[]): TextLikeness {
    const [one, other] = [[...new Set(first)], [...new Set(second)]];
    const pairs = one
      .flatMap((word) => other.map((match) => ({ word, other: match, likeness: this.likeness(word, match) })))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || order(a.word, b.word) || order(a.other, b.other));
    const [freeOne, freeOther] = [new Set(one), new Set(other)];
    const matches = pairs
      .filter(({ word, other: match }) => {
        if (!freeOne.has(word) || !freeOther.has(match)) return false;
        freeOne.delete(word);
        return freeOther.delete(match);
      })
      .sort((a, b) => one.indexOf(a.word) - one.indexOf(b.word));
    // A word spelt in two ways weighs the same in both texts.
    const weights = matches.map((match) => Math.min(this.weight(match.word), this.weight(match.other)));
    const shared = weights.reduce((sum, weight) => sum + weight ** 2, 0);
    const common = matches.reduce((sum, { likeness }, i) => sum + likeness * weights[i] ** 2, 0);
    const alone = (words: ReadonlySet<string>) =>
      [...words].reduce((sum, word) => sum + this.weight(word) ** 2, shared);
    const length = Math.sqrt(alone(freeOne) * alone(freeOther));
    return { score: length === 0 ? 0 : common / length, matches, onlyFirst: [...freeOne], onlySecond: [...freeOther] };
  }

  private weight(word: string): number {
    return this.emphasis(word) * Math.log(1 + this.texts / (this.textsWith.get(word) ?? 1));
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
