import { describe, expect, it } from 'vitest';
import fte from '../../main/metrics/fte.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

const cells = [
  laborCell({ hours: 1_000 }),
  laborCell({ hours: 40, payClass: 'orientation' }),
  laborCell({ hours: 200, payClass: 'paid_leave' }),
  laborCell({ hours: 500, payClass: 'on_call' }),
  laborCell({ workerType: 'agency', hours: 260 }),
];

describe('full-time equivalents', () => {
  it('are 2,080 hours a year: 1,500 paid hours over 365 days are 0.72', () => {
    expect(computed(fte, cells, { variant: 'paid', days: 365 })).toEqual({
      numerator: 1_500,
      denominator: 2_080,
      value: 1_500 / 2_080,
    });
  });

  it('count orientation but no leave when they are named worked', () => {
    expect(computed(fte, cells, { variant: 'worked', days: 365 }).numerator).toBe(1_300);
  });

  it('are held against the days that the extracts cover: thirty days take 170.96 hours', () => {
    const { denominator, value } = computed(fte, cells, { variant: 'worked', days: 30 });
    expect(denominator).toBeCloseTo(170.958904109589, 11);
    expect(value).toBeCloseTo(1_300 / 170.958904109589, 11);
  });

  it('are known as worked, but not as paid, from aggregate extracts', () => {
    const staffing = [aggregateCell('internal', { hours: 208 })];
    expect(computed(fte, staffing, { variant: 'worked', days: 365 }).value).toBeCloseTo(0.1, 14);
    expect(fte.compute(staffing, contextOf(), 'paid')).toEqual({ absence: 'not_measured', missing: ['labor'] });
  });

  it('never count digital workers or hours without a worker type', () => {
    const others = [
      laborCell({ workerType: 'digital_worker', hours: 900 }),
      laborCell({ workerType: 'unknown', hours: 900 }),
    ];
    expect(computed(fte, [...cells, ...others]).numerator).toBe(1_500);
  });

  it('have no base where no day is covered', () => {
    expect(fte.compute(cells, contextOf({ days: 0 }), 'paid')).toEqual({ absence: 'no_base', missing: [] });
  });
});
