import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../../main/text/folded-words.ts';
import { SoftTfIdf } from '../../main/text/soft-tf-idf.ts';
import { wordLikeness } from '../../main/text/word-likeness.ts';

const equal = (a: string, b: string) => (a === b ? 1 : 0);

describe('soft TF-IDF', () => {
  const texts = [['nurse', 'icu'], ['nurse', 'ed'], ['nurse'], ['cook']];

  it('weighs a word by how few texts have it', () => {
    // Weights by hand: nurse ln(1 + 4/3), icu, ed and cook ln(1 + 4/1).
    const [nurse, rare] = [Math.log(1 + 4 / 3), Math.log(5)];
    const { score, onlyFirst, onlySecond } = new SoftTfIdf(texts, equal).compare(['nurse', 'icu'], ['nurse', 'ed']);
    expect(score).toBeCloseTo(nurse ** 2 / (nurse ** 2 + rare ** 2), 12);
    expect([onlyFirst, onlySecond]).toEqual([['icu'], ['ed']]);
  });

  it('counts words that are nearly alike as nearly the same, each once', () => {
    const { score, matches } = new SoftTfIdf([], wordLikeness).compare(['emerg', 'nurse'], ['nurse', 'emergency']);
    expect(matches.map(({ word, other }) => `${word} ${other}`)).toEqual(['emerg emergency', 'nurse nurse']);
    expect(score).toBeCloseTo((0.96 + 1) / 2, 12);
  });

  it('takes a word without emphasis for less', () => {
    const plain = new SoftTfIdf(texts, equal).compare(['nurse', 'staff'], ['nurse']);
    const light = new SoftTfIdf(texts, equal, (word) => (word === 'staff' ? 0.3 : 1)).compare(
      ['nurse', 'staff'],
      ['nurse'],
    );
    expect(light.score).toBeGreaterThan(plain.score);
  });

  it('is 1 for a text and itself, 0 without a word in common, and the same from both sides', () => {
    const text = fc.uniqueArray(fc.constantFrom('rn', 'icu', 'ed', 'aide', 'cook', 'emerg', 'emergency'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, text, (corpus, a, b) => {
        const comparer = new SoftTfIdf(corpus, wordLikeness);
        const { score } = comparer.compare(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
        expect(comparer.compare(b, a).score).toBeCloseTo(score, 12);
        expect(comparer.compare(a, a).score).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('words of a text', () => {
  it.each([
    ['RN II – ED (nights)', 'rn ii ed nights'],
    ['Infirmière diplômée', 'infirmiere diplomee'],
    ['0.9 FTE, 12hr', '0.9 fte 12hr'],
    ["Nurse's aide", 'nurses aide'],
    ['', ''],
  ])('of %j are %j', (text, words) => {
    expect(foldedWords(text).join(' ')).toBe(words);
  });

  it.each([
    ['emerg', 'emergency', true],
    ['anaesthetist', 'anesthetist', true],
    ['physical', 'physician', false],
    ['pt', 'pta', false],
    ['nurse', 'purse', false],
  ])('%s and %s are one word: %s', (a, b, one) => {
    expect(wordLikeness(a, b) > 0).toBe(one);
  });
});
