import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactIntegers, expandIntegers } from '../../main/facts/compact.ts';
import type { IntegerArray } from '../../main/facts/packed.ts';

/** Lines, days, ids and money: numbers that go up, go far, hardly differ or do not differ at all. */
const anyColumn: fc.Arbitrary<IntegerArray> = fc
  .record({
    from: fc.nat({ max: 4_000_000_000 }),
    steps: fc.array(fc.oneof(fc.constant(1), fc.nat({ max: 40 }), fc.nat({ max: 90_000 })), { maxLength: 40 }),
    wraps: fc.boolean(),
  })
  .chain(({ from, steps, wraps }) => {
    let at = from;
    const numbers = [from, ...steps.map((step) => (at = wraps ? from + step : at + step))];
    return fc.constantFrom(
      Uint32Array.from(numbers),
      Int32Array.from(numbers),
      Uint16Array.from(numbers),
      Int16Array.from(numbers),
      Uint8Array.from(numbers),
      Int8Array.from(numbers),
    );
  });

const bytesOf = (values: IntegerArray) => {
  const compact = compactIntegers(values);
  return compact === null ? values.byteLength : (compact.stored?.byteLength ?? 0);
};

describe('integers made compact', () => {
  it('are the same again, in no more bytes', () => {
    fc.assert(
      fc.property(anyColumn, (values) => {
        const compact = compactIntegers(values);
        if (compact === null) return;
        expect(expandIntegers(compact, values.slice().fill(7))).toEqual(values);
        expect(bytesOf(values)).toBeLessThan(values.byteLength);
      }),
    );
  });

  it('take no bytes where one says all, or each line follows on the one before it', () => {
    expect(bytesOf(Uint8Array.of(1, 1, 1))).toBe(0);
    expect(bytesOf(Uint32Array.from({ length: 1_000 }, (_, i) => 70_000 + i))).toBe(0);
  });

  it('take a byte each where they lie close together, or go on in small steps', () => {
    expect(bytesOf(Uint16Array.of(20_255, 20_000, 20_100))).toBe(3);
    expect(bytesOf(Uint16Array.of(20_256, 20_000, 20_100))).toBe(6);
    expect(bytesOf(Uint32Array.of(5, 70_000, 70_005, 70_260).subarray(1))).toBe(3);
    expect(bytesOf(Uint32Array.from({ length: 500 }, (_, i) => 900 * i + (i % 2) * 400))).toBe(1_000);
    expect(bytesOf(Uint32Array.from({ length: 500 }, (_, i) => 200 * i + (i % 7)))).toBe(500);
  });

  it('stay as they are where nothing is gained', () => {
    for (const values of [new Uint8Array(0), Uint8Array.of(3, 250), Float64Array.of(2 ** 40, 2 ** 40)])
      expect(compactIntegers(values)).toBeNull();
  });
});
