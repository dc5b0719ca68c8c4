import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszelRatio } from '../../main/stats/mantel-haenszel.ts';

const stratum = (events: number, atRisk: number, otherEvents: number, otherAtRisk: number) => ({
  events,
  atRisk,
  otherEvents,
  otherAtRisk,
});

describe('the ratio of risks after Mantel and Haenszel', () => {
  it('is that of the diabetes trial in Rothman, Greenland and Lash, by age', () => {
    const trial = [stratum(8, 106, 5, 120), stratum(22, 98, 16, 85)];
    // 8·120/226 + 22·85/183 over 5·106/226 + 16·98/183; the book prints 1.33.
    expect(mantelHaenszelRatio(trial)).toBeCloseTo(1.3255553241551052, 12);
  });

  it('is the plain ratio within one stratum, where pooling strata would mislead', () => {
    expect(mantelHaenszelRatio([stratum(10, 100, 40, 200)])).toBe(0.5);
    // In both strata the risks are equal; pooled they look as 3 to 1, since the strata differ.
    const strata = [stratum(40, 80, 10, 20), stratum(2, 20, 8, 80)];
    expect(mantelHaenszelRatio(strata)).toBeCloseTo(1, 12);
  });

  it('is not there without a stratum that has both groups, or without an event to hold others against', () => {
    expect(mantelHaenszelRatio([])).toBeNull();
    expect(mantelHaenszelRatio([stratum(5, 10, 0, 0), stratum(0, 0, 3, 9)])).toBeNull();
    expect(mantelHaenszelRatio([stratum(5, 10, 0, 10)])).toBeNull();
    expect(() => mantelHaenszelRatio([stratum(11, 10, 0, 10)])).toThrow(/there cannot be 11 and 0 events/);
  });

  it('turns over when the groups change places, and does not depend on the order of strata', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }));
    const any = fc.array(fc.tuple(amounts, amounts), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(any, (pairs) => {
        const strata = pairs.map(([[a, b], [c, d]]) => stratum(a, a + b, c, c + d));
        const turned = strata.map((one) => stratum(one.otherEvents, one.otherAtRisk, one.events, one.atRisk));
        expect(mantelHaenszelRatio(turned)! * mantelHaenszelRatio(strata)!).toBeCloseTo(1, 10);
        expect(mantelHaenszelRatio(strata.toReversed())).toBeCloseTo(mantelHaenszelRatio(strata)!, 10);
      }),
    );
  });
});
