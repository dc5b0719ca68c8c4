import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import excess from '../../main/metrics/excess-external-cost.metric.ts';
import gap from '../../main/metrics/external-gap.metric.ts';
import shareOfCost from '../../main/metrics/external-share-cost.metric.ts';
import shareOfHours from '../../main/metrics/external-share-hours.metric.ts';
import { aggregateCell, anyCells, computed, contextOf, laborCell } from '../support/cells.ts';

/** Units of 100 and 300 hours with 10 and 150 external ones, which cost 20 of 100 and 240 of 400 dollars. */
const cells = [
  laborCell({ workerType: 'agency', hours: 10, cost: 2_000, unit: 'ICU' }),
  laborCell({ hours: 90, cost: 8_000, unit: 'ICU' }),
  laborCell({ workerType: 'agency', hours: 150, cost: 24_000, unit: 'ED' }),
  laborCell({ hours: 150, cost: 16_000, unit: 'ED' }),
];

describe('the gap between the external shares of cost and of hours', () => {
  it('is the difference of the pooled shares: 260 of 500 dollars less 160 of 400 hours', () => {
    expect(computed(gap, cells).value).toBeCloseTo(0.52 - 0.4, 14);
  });

  it('is in money what external hours cost beyond their share of hours: 260 less 0.4 of 500 dollars', () => {
    expect(computed(excess, cells)).toMatchObject({ denominator: null });
    expect(computed(excess, cells).value).toBeCloseTo(6_000, 8);
  });

  it('does not add up over units, because each unit has its own share of hours', () => {
    const unit = (name: string) =>
      computed(
        excess,
        cells.filter((cell) => cell.unit === name),
      ).value;
    expect(unit('ICU')).toBeCloseTo(2_000 - 0.1 * 10_000, 8);
    expect(unit('ED')).toBeCloseTo(24_000 - 0.5 * 40_000, 8);
    expect(unit('ICU') + unit('ED')).not.toBeCloseTo(6_000, 0);
  });

  it('is not measured where either share is not', () => {
    expect(
      gap.compute(
        [laborCell({ workerType: 'agency', hours: 10, unknownHours: 10 }), laborCell({ hours: 9, cost: 1 })],
        contextOf(),
        null,
      ),
    ).toEqual({ absence: 'not_measured', missing: ['invoices'] });
    expect(gap.compute([aggregateCell('external', { hours: 10 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(gap.compute([laborCell({ hours: 0, cost: 500, payClass: 'employer_cost' })], contextOf(), null)).toEqual({
      absence: 'no_base',
      missing: [],
    });
  });

  it('is always the one share less the other', () => {
    fc.assert(
      fc.property(anyCells, (any) => {
        const [difference, cost, hours] = [gap, shareOfCost, shareOfHours].map((metric) =>
          metric.compute(any, contextOf(), metric.variants[0]),
        );
        if ('absence' in difference || 'absence' in cost || 'absence' in hours) return;
        expect(difference.value).toBeCloseTo(
          cost.numerator / cost.denominator! - hours.numerator / hours.denominator!,
          12,
        );
      }),
    );
  });
});
