import { describe, expect, it } from 'vitest';
import unpriced from '../../main/metrics/unpriced-hours-share.metric.ts';
import unresolved from '../../main/metrics/unresolved-hours-share.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

describe('share of external hours without a cost', () => {
  it('pools: 10 of 100 and 150 of 300 hours are 0.4', () => {
    const supplier = (unknownHours: number, hours: number) =>
      laborCell({ workerType: 'agency', hours, unknownHours, cost: 500 });
    expect(computed(unpriced, [supplier(10, 100), supplier(150, 300)])).toEqual({
      numerator: 160,
      denominator: 400,
      value: 0.4,
    });
  });

  it('looks at productive hours of external people only', () => {
    const others = [
      laborCell({ hours: 50, unknownHours: 50 }),
      laborCell({ workerType: 'agency', payClass: 'on_call', hours: 9, unknownHours: 9 }),
    ];
    expect(computed(unpriced, [laborCell({ workerType: 'agency', hours: 10, cost: 1 }), ...others]).value).toBe(0);
    expect(unpriced.compute(others, contextOf(), null)).toMatchObject({ absence: 'no_base' });
    expect(unpriced.compute([aggregateCell('external', { hours: 10 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
  });
});

describe('share of hours that are unresolved', () => {
  it('pools hours with an unmapped pay code and hours without a worker type', () => {
    const cells = [
      laborCell({ hours: 90 }),
      laborCell({ hours: 6, payClass: 'unmapped' }),
      laborCell({ hours: 3, workerType: 'unknown' }),
      laborCell({ hours: 1, payClass: 'unmapped', workerType: 'unknown' }),
    ];
    expect(computed(unresolved, cells)).toEqual({ numerator: 10, denominator: 100, value: 0.1 });
  });

  it('takes hours of aggregate extracts, which have a class, as resolved', () => {
    expect(computed(unresolved, [aggregateCell('internal', { hours: 30 })]).value).toBe(0);
  });

  it('has no base where only digital workers are', () => {
    expect(
      unresolved.compute([laborCell({ workerType: 'digital_worker', hours: 5 })], contextOf(), null),
    ).toMatchObject({ absence: 'no_base' });
  });
});
