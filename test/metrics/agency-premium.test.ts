import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/agency-premium.metric.ts';
import type { LaborCell } from '../../main/metrics/metric.ts';
import { anyCells, computed, contextOf, JANUARY, laborCell } from '../support/cells.ts';

const own = (hours: number, dollars: number, parts: Partial<LaborCell> = {}) =>
  laborCell({ hours, cost: dollars * 100, ...parts });
const agency = (hours: number, dollars: number, parts: Partial<LaborCell> = {}) =>
  laborCell({ workerType: 'agency', hours, cost: dollars * 100, ...parts });
const value = (cells: LaborCell[], variant: string, context = {}) =>
  computed(metric, cells, { variant, ...context }).value;

describe('agency premium on base pay', () => {
  it('weights cells by external hours: 10 h at 100 over 50 and 90 h at 44 over 40 are 18.05…%, not the mean 55%', () => {
    const cells = [
      own(100, 5_000),
      agency(10, 1_000),
      own(100, 4_000, { job: 'CNA' }),
      agency(90, 3_960, { job: 'CNA' }),
    ];
    // (10·(100 − 50) + 90·(44 − 40)) ÷ (10·50 + 90·40) = 860 ÷ 4,100
    expect(computed(metric, cells, { variant: 'base' })).toEqual({
      numerator: 86_000,
      denominator: 410_000,
      value: 860 / 4_100,
    });
  });

  it('turns its sign as cells weigh in: dear hours are few, cheap ones many', () => {
    const cells = [
      own(100, 3_000),
      agency(10, 600),
      own(100, 9_000, { job: 'CRNA' }),
      agency(200, 17_000, { job: 'CRNA' }),
    ];
    expect(value(cells, 'base')).toBeCloseTo((600 - 300 + 17_000 - 18_000) / (300 + 18_000), 14);
    expect(value(cells, 'base')).toBeLessThan(0);
  });

  it('holds agency hours only against employees in the same job, site and month', () => {
    const others = [
      own(10, 1, { workerType: 'per_diem' }),
      own(10, 1, { workerType: 'float_pool' }),
      own(10, 1, { workerType: 'internal_agency' }),
      own(10, 1, { site: 'North' }),
      own(10, 1, { job: 'LPN' }),
      own(10, 1, { month: JANUARY + 1 }),
      own(10, 99, { payClass: 'overtime' }),
      own(10, 99, { payClass: 'differential' }),
    ];
    expect(
      value(
        [own(100, 5_000), own(100, 3_000, { workerType: 'employee_part_time' }), agency(10, 500), ...others],
        'base',
      ),
    ).toBeCloseTo(50 / 40 - 1, 14);
  });

  it('reports hours without anybody to be held against', () => {
    const outcome = metric.compute(
      [own(100, 5_000), agency(30, 1_500), agency(10, 700, { site: 'North' })],
      contextOf(),
      'base',
    );
    expect(outcome).toMatchObject({ numerator: 0, denominator: 150_000, note: '75% of external hours matched' });
  });

  it('leaves hours without a cost, and statement-of-work money, out of the price', () => {
    const cells = [
      own(100, 5_000),
      agency(10, 1_000),
      agency(40, 0, { unknownHours: 40 }),
      laborCell({ workerType: 'vendor', hours: 0, cost: 99_999, hourlessCost: 99_999 }),
    ];
    expect(value(cells, 'base')).toBeCloseTo(1, 14);
  });

  it('includes standby and other money billed without productive hours in the bill', () => {
    expect(value([own(100, 5_000), agency(10, 500), agency(24, 100, { payClass: 'on_call' })], 'base')).toBeCloseTo(
      0.2,
      14,
    );
  });

  it('has no base where nobody is matched', () => {
    expect(metric.compute([agency(10, 500)], contextOf(), 'base')).toMatchObject({ absence: 'no_base' });
    expect(metric.compute([own(10, 500)], contextOf(), 'base')).toEqual({ absence: 'no_base', missing: [] });
  });
});

describe('agency premium on the loaded rate', () => {
  it('takes twelve months of cost with leave, differentials and load over productive hours', () => {
    const december = JANUARY - 1;
    const year = [
      own(100, 4_000, { month: december, load: 80_000 }), // 800 dollars of load
      own(20, 800, { month: december, payClass: 'paid_leave' }),
      own(0, 400, { month: december, payClass: 'differential' }),
      own(100, 4_000, { load: 80_000 }),
      own(100, 4_000, { month: JANUARY - 11 }), // eleven months back
      own(100, 9_999, { month: JANUARY - 12 }), // thirteen months back
    ];
    // (4,000 + 800 + 800 + 400 + 4,000 + 800 + 4,000) ÷ 300, of which 74 dollars an hour are half as much again
    expect(value([...year, agency(10, 740)], 'loaded')).toBeCloseTo(0.5, 14);
  });

  it('needs loads, and says so', () => {
    expect(metric.compute([own(100, 4_000), agency(10, 810)], contextOf({ knowsLoads: false }), 'loaded')).toEqual({
      absence: 'not_measured',
      missing: ['loads'],
    });
  });
});

describe('agency premium on the own overtime hour', () => {
  it('adds the variable load to overtime cost', () => {
    const overtime = own(20, 1_200, { payClass: 'overtime', variableLoad: 12_000 }); // 60 an hour and 6 of load
    expect(value([own(100, 4_000), overtime, agency(10, 990)], 'overtime')).toBeCloseTo(99 / 66 - 1, 14);
  });

  it('takes 1.5 × base with variable load where there was no overtime, and labels it', () => {
    const outcome = metric.compute(
      [own(100, 4_000, { variableLoad: 40_000 }), agency(10, 990)],
      contextOf(),
      'overtime',
    );
    expect(outcome).toMatchObject({
      note: '100% of external hours matched; 100% against 1.5 × base, as there was no overtime',
    });
    expect(value([own(100, 4_000, { variableLoad: 40_000 }), agency(10, 990)], 'overtime')).toBeCloseTo(
      99 / 66 - 1,
      14,
    );
  });

  it('needs the loads extract, which alone says what grows with overtime', () => {
    expect(
      metric.compute([own(100, 4_000), agency(10, 810)], contextOf({ knowsVariableLoad: false }), 'overtime'),
    ).toEqual({ absence: 'not_measured', missing: ['loads'] });
  });
});

describe('agency premium', () => {
  it('of a period counts the hours of its months only', () => {
    const cells = [
      own(100, 4_000),
      agency(10, 800),
      own(100, 4_000, { month: JANUARY + 1 }),
      agency(10, 400, { month: JANUARY + 1 }),
    ];
    expect(value(cells, 'base', { first: JANUARY, last: JANUARY })).toBeCloseTo(1, 14);
    expect(value(cells, 'base', { first: JANUARY + 1, last: JANUARY + 1 })).toBeCloseTo(0, 14);
  });

  it('pooled over two suppliers lies between theirs', () => {
    fc.assert(
      fc.property(anyCells, fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (cells, one, other) => {
        const employees = cells.filter((cell) => cell.workerClass === 'internal');
        const suppliers = [agency(40, one / 100), agency(25, other / 100)];
        const premiums = [suppliers, [suppliers[0]], [suppliers[1]]].map((list) =>
          metric.compute([...employees, ...list], contextOf(), 'base'),
        );
        if (premiums.some((premium) => 'absence' in premium)) return;
        const [both, first, second] = premiums.map((premium) =>
          'absence' in premium ? NaN : premium.numerator / premium.denominator!,
        );
        expect(both).toBeGreaterThanOrEqual(Math.min(first, second) - 1e-9);
        expect(both).toBeLessThanOrEqual(Math.max(first, second) + 1e-9);
      }),
    );
  });
});
