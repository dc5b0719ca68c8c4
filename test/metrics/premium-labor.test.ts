import { describe, expect, it } from 'vitest';
import type { LaborCell } from '../../main/metrics/metric.ts';
import metric from '../../main/metrics/premium-labor.metric.ts';
import { aggregateCell, computed, contextOf, JANUARY, laborCell } from '../support/cells.ts';

const own = (hours: number, dollars: number, parts: Partial<LaborCell> = {}) =>
  laborCell({ hours, cost: dollars * 100, ...parts });
const agency = (hours: number, dollars: number, parts: Partial<LaborCell> = {}) =>
  laborCell({ workerType: 'agency', hours, cost: dollars * 100, ...parts });

describe('premium labour', () => {
  it('adds what agency hours cost over loaded own hours, overtime premium and incentives, over all cost', () => {
    const cells = [
      own(100, 4_000, { load: 100_000 }), // with overtime below: (4,000 + 600 + 1,000) ÷ 110 an hour
      own(10, 600, { payClass: 'overtime', overtimePremium: 20_000 }),
      own(0, 300, { payClass: 'incentive', workerType: 'per_diem' }),
      agency(11, 1_000),
    ];
    const loaded = (4_000 + 600 + 1_000) / 110;
    const all = 4_000 + 1_000 + 600 + 300 + 1_000;
    const { numerator, denominator, value } = computed(metric, cells);
    expect(numerator).toBeCloseTo((1_000 - 11 * loaded + 200 + 300) * 100, 8);
    expect(denominator).toBe(all * 100);
    expect(value).toBeCloseTo((1_000 - 560 + 500) / 6_900, 14);
  });

  it('takes no premium from hours without a match, and reports them', () => {
    const outcome = metric.compute(
      [own(100, 4_000), agency(10, 500), agency(30, 9_000, { job: 'PA' })],
      contextOf(),
      null,
    );
    expect(outcome).toMatchObject({ note: '25% of external hours matched' });
    expect('numerator' in outcome && outcome.numerator).toBeCloseTo(10_000, 8);
  });

  it('looks back twelve months for the own rate, but counts the money of the period', () => {
    const before = own(100, 2_000, { month: JANUARY - 1 });
    const { numerator, denominator } = computed(metric, [before, own(100, 6_000), agency(10, 500)]);
    expect(numerator).toBeCloseTo(10_000, 8);
    expect(denominator).toBe(650_000);
  });

  it('needs loads, labour lines and the cost of external hours, and says which is missing', () => {
    expect(metric.compute([own(100, 4_000), agency(10, 500)], contextOf({ knowsLoads: false }), null)).toEqual({
      absence: 'not_measured',
      missing: ['loads'],
    });
    expect(metric.compute([aggregateCell('external', { hours: 4 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(metric.compute([own(100, 4_000), agency(10, 0, { unknownHours: 10 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['invoices'],
    });
  });
});
