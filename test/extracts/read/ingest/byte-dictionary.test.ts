import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteDictionary } from '../../../../main/extracts/read/ingest/byte-dictionary.ts';

describe('dictionary of bytes', () => {
  it('gives equal bytes one code and others another, in order of first appearance, whatever stands around them', () => {
    // Short words over few letters, so that many differ in one byte only, and some in their length only.
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 11 }), { maxLength: 900 });
    fc.assert(
      fc.property(words, (list) => {
        const bytes = new TextEncoder().encode(list.map((word) => `,${word}`).join(''));
        const dictionary = new ByteDictionary();
        const seen = new Map<string, number>();
        let at = 0;
        for (const word of list) {
          const end = at + 1 + new TextEncoder().encode(word).length;
          if (!seen.has(word)) seen.set(word, seen.size);
          expect(dictionary.intern(new DataView(bytes.buffer), at + 1, end)).toBe(seen.get(word));
          at = end;
        }
        expect(dictionary.size).toBe(seen.size);
      }),
    );
  });
});
