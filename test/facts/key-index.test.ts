import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex } from '../../main/facts/key-index.ts';
import { TupleTable } from '../../main/facts/tuple-table.ts';

describe('an index of keys', () => {
  it('numbers keys in order of first appearance, as a map would', () => {
    const anyKeys = fc.array(
      fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -1, max: 3 }), fc.nat({ max: 100_000 })),
      { maxLength: 3_000, size: 'max' },
    );
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const index = new KeyIndex(3);
        const map = new Map<string, number>();
        for (const key of keys) {
          const name = key.join(' ');
          if (!map.has(name)) map.set(name, map.size);
          expect(index.idOf(Int32Array.from(key))).toBe(map.get(name));
        }
        expect(index.size).toBe(map.size);
        for (const [name, id] of map) expect([0, 1, 2].map((part) => index.part(id, part)).join(' ')).toBe(name);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a table of tuples', () => {
  it('knows a combination of codes whatever the order in which they are named', () => {
    const table = new TupleTable();
    expect(table.idOf({ site: 'Main', job: 'RN' })).toBe(0);
    expect(table.idOf({ job: 'RN', site: 'North' })).toBe(1);
    expect(table.idOf({ job: 'RN', site: 'Main' })).toBe(0);
    expect(table.size).toBe(2);
  });

  it('takes a dimension that is not given as unknown', () => {
    const table = new TupleTable();
    expect(table.idOf({ site: 'Main', unit: 'unknown' })).toBe(table.idOf({ site: 'Main' }));
    expect(table.at(0)).toEqual({ site: 'Main' });
    expect(table.dimensions()).toEqual(['site']);
  });

  it('gives each dimension as a column over all tuples, also after new ones', () => {
    const table = new TupleTable();
    table.idOf({ site: 'Main' });
    table.idOf({ job: 'RN' });
    const read = (dimension: string) => {
      const { codes, ofTuple } = table.column(dimension);
      return Array.from(ofTuple, (position) => codes[position]);
    };
    expect(read('site')).toEqual(['Main', 'unknown']);
    table.idOf({ site: 'North' });
    expect(read('site')).toEqual(['Main', 'unknown', 'North']);
    expect(read('never heard of')).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('takes names that programs use themselves', () => {
    const table = new TupleTable();
    expect(table.idOf({ __proto__x: 'a', constructor: 'b' })).toBe(0);
    expect(table.idOf(JSON.parse('{"__proto__":"a"}'))).toBe(1);
  });
});
