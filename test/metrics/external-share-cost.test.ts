import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/external-share-cost.metric.ts';
import type { LaborCell } from '../../main/metrics/metric.ts';
import { aggregateCell, anyCells, computed, contextOf, laborCell } from '../support/cells.ts';

const own = (cost: number, parts: Partial<LaborCell> = {}) => laborCell({ hours: 10, cost, ...parts });
const agency = (cost: number, parts: Partial<LaborCell> = {}) =>
  laborCell({ workerType: 'agency', hours: 10, cost, ...parts });

describe('external share of cost', () => {
  it('pools money before dividing: 10 of 100 and 150 of 300 are 0.4, not the mean 0.3', () => {
    expect(computed(metric, [agency(1000), own(9000), agency(15_000), own(15_000)])).toEqual({
      numerator: 16_000,
      denominator: 40_000,
      value: 0.4,
    });
  });

  it('puts differentials, leave, incentives, unmapped money, employer cost and loads under the line', () => {
    const cells = [
      agency(30_000),
      own(40_000, { load: 6_000 }),
      ...(['differential', 'paid_leave', 'incentive', 'unmapped', 'employer_cost'] as const).map((payClass) =>
        own(2_000, { payClass, hours: 0 }),
      ),
      agency(4_000, { payClass: 'on_call' }),
    ];
    expect(computed(metric, cells)).toEqual({
      numerator: 34_000,
      denominator: 34_000 + 46_000 + 10_000,
      value: 34 / 90,
    });
  });

  it('counts load on own pay only', () => {
    expect(computed(metric, [agency(10_000, { load: 99_999 }), own(10_000, { load: 10_000 })]).value).toBe(1 / 3);
  });

  it('says that loads are missing where nothing gives benefits and taxes', () => {
    expect(metric.compute([agency(10_000), own(30_000)], contextOf({ knowsLoads: false }), null)).toMatchObject({
      numerator: 10_000,
      denominator: 40_000,
      missing: ['loads'],
      note: expect.stringMatching(/benefits and taxes/),
    });
  });

  it('keeps statement-of-work money out of both sides, and hourly vendor work in', () => {
    const statement = laborCell({ workerType: 'vendor', hours: 0, cost: 50_000, hourlessCost: 50_000 });
    const both = laborCell({ workerType: 'vendor', hours: 10, cost: 25_000, hourlessCost: 15_000 });
    expect(computed(metric, [agency(10_000), own(30_000), statement])).toMatchObject({
      numerator: 10_000,
      denominator: 40_000,
    });
    expect(computed(metric, [own(30_000), both])).toMatchObject({ numerator: 10_000, denominator: 40_000 });
    expect(metric.place(statement, null)).toEqual({ excluded: expect.stringMatching(/statement-of-work/) });
  });

  it('keeps digital workers out', () => {
    expect(
      computed(metric, [agency(10_000), own(30_000), laborCell({ workerType: 'digital_worker', cost: 77_000 })]).value,
    ).toBe(0.25);
  });

  it('stands while at most 5% of external hours have no cost, and is not measured above', () => {
    const priced = laborCell({ workerType: 'agency', hours: 95, cost: 95_000 });
    const unpriced = (hours: number) => laborCell({ workerType: 'agency', hours, unknownHours: hours, cost: 0 });
    expect(computed(metric, [priced, unpriced(5), own(5_000)]).numerator).toBe(95_000);
    expect(metric.compute([priced, unpriced(5.01), own(5_000)], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['invoices'],
    });
  });

  it('needs labour lines where own hours have no cost either', () => {
    expect(metric.compute([agency(1), own(0, { unknownHours: 10 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(metric.compute([aggregateCell('internal', { hours: 10 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
  });

  it('has no base without money', () => {
    expect(metric.compute([own(0), agency(0)], contextOf(), null)).toMatchObject({ absence: 'no_base' });
  });

  it('does not change when all money is in another currency of twice the worth', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const doubled = cells.map((cell) => ({
          ...cell,
          cost: cell.cost * 2,
          load: cell.load * 2,
          hourlessCost: cell.hourlessCost * 2,
        }));
        const [one, two] = [cells, doubled].map((list) => metric.compute(list, contextOf(), null));
        if ('absence' in one) expect(two).toEqual(one);
        else expect(computed(metric, doubled).value).toBe(computed(metric, cells).value);
      }),
    );
  });
});
