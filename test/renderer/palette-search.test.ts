import { describe, expect, it } from 'vitest';
import { rank } from '../../renderer/shell/palette-search.ts';

const entries = [
  'Extracts',
  'Who does our work',
  'Export the deck as PDF or slides, or its numbers as a workbook…',
  'Emergency, Lakeside',
  'Lakeside',
  'Non-emergency transport',
].map((label) => ({
  label,
  words: label === 'Lakeside' ? 'Site LAKE' : '',
}));
const found = (typed: string): string[] => rank(entries, typed, 10).map((entry) => entry.label);

describe('finding in the palette', () => {
  it('offers everything in its order before anything is typed', () => {
    expect(found('')).toEqual(entries.map((entry) => entry.label));
    expect(rank(entries, '', 2)).toHaveLength(2);
  });

  it('puts the whole label before one that starts with it, before a later word', () => {
    expect(found('lakeside')).toEqual(['Lakeside', 'Emergency, Lakeside']);
    expect(found('emerg')).toEqual(['Emergency, Lakeside', 'Non-emergency transport']);
  });

  it('keeps the order of equal matches', () => {
    expect(found('ex')).toEqual(['Extracts', 'Export the deck as PDF or slides, or its numbers as a workbook…']);
  });

  it('wants every word, in any order', () => {
    expect(found('lake emer')).toEqual(['Emergency, Lakeside']);
    expect(found('lake zzz')).toEqual([]);
  });

  it('finds a code that is not part of the label', () => {
    expect(found('LAKE')).toContain('Lakeside');
    expect(found('site lake')[0]).toBe('Lakeside');
  });
});
