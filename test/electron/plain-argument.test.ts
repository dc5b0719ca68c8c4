import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../main/contract/errors.ts';
import { requirePlain } from '../../electron/plain-argument.ts';

describe('arguments of the bridge', () => {
  it('may be any small plain data', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => requirePlain(value)));
    expect(() => requirePlain(undefined)).not.toThrow();
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  let deep: unknown = 0;
  for (let level = 0; level < 60; level += 1) deep = [deep];

  it.each([
    ['a number that JSON does not have', Number.NaN],
    ['infinity', { limit: Number.POSITIVE_INFINITY }],
    ['a date', { from: new Date(0) }],
    ['a map', new Map()],
    ['bytes', new Uint8Array(3)],
    ['a large integer', 10n],
    ['a cycle', cycle],
    ['great depth', deep],
    ['a long text', { text: 'x'.repeat(1_000_001) }],
    ['many long texts', Array.from({ length: 200 }, () => 'x'.repeat(6000))],
    ['a sparse array', Array.from({ length: 0 }).concat(new Array(200_000))],
    ['many keys', Object.fromEntries(Array.from({ length: 100_001 }, (_, key) => [key, 0]))],
  ])('are refused when they hold %s', (_what, value) => {
    expect(() => requirePlain(value)).toThrow(UsageError);
  });

  it('are measured without walking all of what is too large', () => {
    const started = performance.now();
    expect(() => requirePlain(new Array(100_000_000))).toThrow(UsageError);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
