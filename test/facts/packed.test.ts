import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBatch, encodeBatch } from '../../main/facts/arrow-batch.ts';
import { packedValue, packIntegers } from '../../main/facts/packed.ts';

/** Integers as facts have them: ids, hours in millionths, cents, and unknown values. */
const anyIntegers = fc.array(
  fc.oneof(
    fc.nat({ max: 300 }),
    fc.integer({ min: -40_000, max: 40_000 }),
    fc.integer({ min: -40, max: 900 }).map((quarters) => quarters * 250_000),
    fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.constant(NaN),
  ),
  { maxLength: 60, size: 'max' },
);
const pack = (list: readonly number[]) => packIntegers(Float64Array.from(list), list.length);
const values = (packed: ReturnType<typeof packIntegers>, length: number) =>
  Array.from({ length }, (_, i) => packedValue(packed, i));

describe('packed integers', () => {
  it('are read back exactly, with what is unknown', () => {
    fc.assert(
      fc.property(anyIntegers, (list) => {
        expect(values(pack(list), list.length)).toEqual(list.map((value) => value + 0));
      }),
    );
  });

  it('take a byte each where they are small, whatever their common scale', () => {
    const hours = Array.from({ length: 40 }, (_, i) => i * 250_000);
    const packed = pack(hours);
    expect(packed.values).toBeInstanceOf(Uint8Array);
    expect(packed.scale).toBe(250_000);
    expect(packed.known).toBeNull();
  });

  it('take what they need at each border', () => {
    const arrayOf = (...list: number[]) => pack([...list, 1]).values.constructor.name;
    expect([
      arrayOf(255),
      arrayOf(256),
      arrayOf(65_536),
      arrayOf(2 ** 32),
      arrayOf(-128),
      arrayOf(-129),
      arrayOf(-32_769),
      arrayOf(-1, 32_768),
      arrayOf(-(2 ** 31) - 1),
    ]).toEqual([
      'Uint8Array',
      'Uint16Array',
      'Uint32Array',
      'Float64Array',
      'Int8Array',
      'Int16Array',
      'Int32Array',
      'Int32Array',
      'Float64Array',
    ]);
  });

  it('have a scale that divides every one of them, also those before the odd one', () => {
    for (const list of [
      [250_000, 100_000],
      [1_000_000, 250_000, 10],
      [300, 1_000, 2_000],
    ])
      expect(values(pack(list), list.length)).toEqual(list);
  });

  it('pack only the part asked for', () => {
    expect(values(packIntegers(Float64Array.of(1, 2, 9_999), 2), 2)).toEqual([1, 2]);
  });
});

describe('a batch of columns in Arrow form', () => {
  it('is read back exactly, from any address', () => {
    fc.assert(
      fc.property(anyIntegers, fc.nat({ max: 7 }), (list, shift) => {
        const packed = pack(list);
        const bytes = encodeBatch(
          new Map([
            ['a', packed],
            ['b', pack(list.toReversed())],
          ]),
          list.length,
          new Map([['jobs', '["RN"]']]),
        );
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        const { rows, columns, metadata } = decodeBatch(moved.subarray(shift));
        expect(rows).toBe(list.length);
        expect(values(columns.get('a')!, list.length)).toEqual(values(packed, list.length));
        // The very arrays, so that what reads a fact does not depend on how it was stored.
        expect(columns.get('b')).toEqual(pack(list.toReversed()));
        expect(metadata.get('jobs')).toBe('["RN"]');
      }),
    );
  });

  it('says for any Arrow library what the numbers of a compact column mean', () => {
    const table = tableFromIPC(
      encodeBatch(
        new Map([
          ['day', pack([20_001, 20_201, 20_102])],
          ['line', pack([70_001, 70_301, 70_601])],
          ['flags', pack([0, 0, 0])],
        ]),
        3,
      ),
    );
    const said = (name: string) =>
      Object.fromEntries(table.schema.fields.find((field) => field.name === name)!.metadata);
    expect([...table.getChild('day')!]).toEqual([0, 200, 101]);
    expect(said('day')).toEqual({ scale: '1', base: '20001', array: 'Uint16Array' });
    expect([...table.getChild('line')!]).toEqual([null, null, null]);
    expect(said('line')).toEqual({ scale: '1', base: '300', first: '70001', array: 'Uint32Array' });
    expect(said('flags')).toEqual({ scale: '1', base: '0', array: 'Uint8Array' });
  });

  it('is the same bytes for the same columns', () => {
    const columns = new Map([['hours', pack([1_000_000, NaN, 250_000])]]);
    expect(encodeBatch(columns, 3)).toEqual(encodeBatch(columns, 3));
  });

  it('is refused when it is none', () => {
    expect(() => decodeBatch(new Uint8Array(16))).toThrow();
  });
});
