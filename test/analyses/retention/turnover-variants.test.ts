import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { bridgeTurnover } from '../../../main/analyses/retention/turnover-variants.ts';
import { anySpells, scope, spell } from './spells-by-hand.ts';

/** Both populations of a range of days. */
const both = (spells: ReturnType<typeof spell>[], from: number, to: number) => ({
  headline: presencesOf(spells, scope(from, to)),
  all: presencesOf(spells, scope(from, to, { perDiem: true })),
});

describe('the forms of turnover', () => {
  it('are told apart: by hand, 3 of 4 heads leave over half a year, one of them against their will', () => {
    // Days 1 to 182. Person-days 182 + 91 + 91 + 91 = 455, mean heads 2.5; per diem adds 182 days and one leaver.
    const spells = [
      spell({ start: 0 }),
      spell({ start: 0, end: 91 }),
      spell({ start: 0, end: 91, exit: 'involuntary' }),
      spell({ start: 92, end: 182, exit: 'other' }),
      spell({ start: 0, end: 182, codes: { worker_type: 'per_diem' } }),
    ];
    const bridge = bridgeTurnover(both(spells, 1, 182), 182)!;
    expect(bridge.first).toEqual({ id: 'voluntary', value: expect.closeTo(1 / 2.5, 12) });
    expect(bridge.turnover).toBeCloseTo(3 / 2.5, 12);
    expect(bridge.annualised).toBeCloseTo(3 / (455 / 365), 12);
    expect(bridge.withPerDiem).toBeCloseTo(4 / (637 / 365), 12);
    expect(bridge.steps.map(({ id }) => id)).toEqual([
      'involuntary',
      'other',
      'unclassified',
      'annualised',
      'per_diem',
    ]);
    expect(bridge.steps[0].change).toBeCloseTo(0.4, 12);
  });

  it('are bridged exactly, whatever the spells', () => {
    fc.assert(
      fc.property(anySpells, fc.integer({ min: 28, max: 500 }), (spells, days) => {
        const bridge = bridgeTurnover(both(spells, 0, days - 1), days);
        if (bridge === null) return;
        const sum = bridge.steps.reduce((reached, { change }) => reached + change, bridge.first.value);
        expect(sum).toBeCloseTo(bridge.withPerDiem, 12);
        expect(bridge.steps.at(-1)!.to).toBe(bridge.withPerDiem);
        const before = bridge.steps.findIndex(({ id }) => id === 'annualised') - 1;
        expect(before < 0 ? bridge.first.value : bridge.steps[before].to).toBeCloseTo(bridge.turnover, 12);
      }),
    );
  });

  it('begin with all turnover where no reason is mapped: unknown is not nobody', () => {
    const spells = [spell({ start: 0 }), spell({ start: 0, end: 91, exit: 'unclassified' })];
    const bridge = bridgeTurnover(both(spells, 1, 182), 182)!;
    expect(bridge.first).toEqual({ id: 'all', value: bridge.turnover });
    expect(bridge.steps.map(({ id }) => id)).toEqual(['annualised', 'per_diem']);
  });

  it('have no base where nobody was in post', () => {
    expect(bridgeTurnover({ headline: [], all: [] }, 365)).toBeNull();
  });
});
