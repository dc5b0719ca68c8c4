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
  private readonly weighed = new WeakMap<readonly string[], WeighedText>();

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
    const [one, other] = [this.weigh(first), this.weigh(second)];
    const pairs: WordMatch[] = [];
    for (const word of one.words)
      for (const match of other.words) {
        const likeness = this.likeness(word, match);
        if (likeness > 0) pairs.push({ word, other: match, likeness });
      }
    if (pairs.length > 1)
      pairs.sort((a, b) => b.likeness - a.likeness || order(a.word, b.word) || order(a.other, b.other));
    const matches: WordMatch[] = [];
    let [common, shared, restOfOne, restOfOther] = [0, 0, one.square, other.square];
    for (const pair of pairs) {
      if (matches.some(({ word, other: match }) => word === pair.word || match === pair.other)) continue;
      matches.push(pair);
      const [a, b] = [one.squares.get(pair.word)!, other.squares.get(pair.other)!];
      // A word spelt in two ways weighs the same in both texts.
      common += pair.likeness * Math.min(a, b);
      shared += Math.min(a, b);
      restOfOne -= a;
      restOfOther -= b;
    }
    matches.sort((a, b) => one.words.indexOf(a.word) - one.words.indexOf(b.word));
    const length = Math.sqrt((shared + Math.max(0, restOfOne)) * (shared + Math.max(0, restOfOther)));
    return {
      score: length === 0 ? 0 : common / length,
      matches,
      onlyFirst: one.words.filter((word) => matches.every((match) => match.word !== word)),
      onlySecond: other.words.filter((word) => matches.every((match) => match.other !== word)),
    };
  }

  private weigh(text: readonly string[]): WeighedText {
    let weighed = this.weighed.get(text);
    if (weighed === undefined) {
      const words = [...new Set(text)];
      const squares = new Map(words.map((word) => [word, this.weight(word) ** 2]));
      const square = words.reduce((sum, word) => sum + squares.get(word)!, 0);
      this.weighed.set(text, (weighed = { words, squares, square }));
    }
    return weighed;
  }

  private weight(word: string): number {
    return this.emphasis(word) * Math.log(1 + this.texts / (this.textsWith.get(word) ?? 1));
  }
}

/** Distinct words of a text with the squares of their weights. */
type WeighedText = { words: readonly string[]; squares: ReadonlyMap<string, number>; square: number };

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
