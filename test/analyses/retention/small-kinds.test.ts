import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSmallKinds } from '../../../main/analyses/retention/small-kinds.ts';

const merge = (counts: Record<string, number>) =>
  mergeSmallKinds(Object.entries(counts).map(([kind, count]) => ({ kind, count }))).map(
    ({ kinds, count }) => `${kinds.join('+')} ${count}`,
  );

describe('kinds of few people', () => {
  it('are shown together with the next smallest, and large ones apart', () => {
    expect(merge({ resigned: 40, retired: 12, dismissed: 2 })).toEqual(['resigned 40', 'retired+dismissed 14']);
    expect(merge({ resigned: 40, retired: 3, dismissed: 2 })).toEqual(['resigned 40', 'retired+dismissed 5']);
    expect(merge({ resigned: 40, retired: 12 })).toEqual(['resigned 40', 'retired 12']);
    expect(merge({ resigned: 2, retired: 1, dismissed: 0 })).toEqual(['resigned+retired 3']);
    expect(merge({ resigned: 3 })).toEqual(['resigned 3']);
    expect(merge({})).toEqual([]);
  });

  it('never stand alone beside others, and lose nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 8 }), (numbers) => {
        const shown = mergeSmallKinds(numbers.map((count, kind) => ({ kind, count })));
        const total = numbers.reduce((sum, count) => sum + count, 0);
        expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        if (shown.length > 1) for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
