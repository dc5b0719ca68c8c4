import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/overtime-premium.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

const overtime = (parts: Parameters<typeof laborCell>[0]) => laborCell({ payClass: 'overtime', ...parts });

describe('overtime premium', () => {
  it('adds up what each worker’s overtime cost beyond the worker’s own rate', () => {
    expect(
      computed(metric, [
        overtime({ hours: 10, cost: 60_000, overtimePremium: 20_000 }),
        overtime({ hours: 2, cost: 9_000, overtimePremium: 3_000 }),
      ]),
    ).toEqual({ numerator: 23_000, denominator: null, value: 23_000 });
  });

  it('counts premium-only lines in full', () => {
    expect(computed(metric, [overtime({ hours: 0, cost: 5_000, overtimePremium: 5_000 })]).value).toBe(5_000);
  });

  it('says how many hours have no regular rate, and stands on the others', () => {
    const outcome = metric.compute(
      [
        overtime({ hours: 10, cost: 60_000, overtimePremium: 20_000 }),
        overtime({ hours: 30, cost: 90_000, unratedHours: 30 }),
      ],
      contextOf(),
      null,
    );
    expect(outcome).toMatchObject({ numerator: 20_000, note: expect.stringMatching(/75\.0% of overtime hours/) });
  });

  it('has no base without overtime, or without any regular rate', () => {
    expect(metric.compute([laborCell({ hours: 10, cost: 1_000 })], contextOf(), null)).toEqual({
      absence: 'no_base',
      missing: [],
    });
    expect(metric.compute([overtime({ hours: 10, cost: 60_000, unratedHours: 10 })], contextOf(), null)).toMatchObject({
      absence: 'no_base',
    });
  });

  it('leaves agency overtime and aggregate hours out', () => {
    expect(metric.place(overtime({ workerType: 'agency', hours: 3 }), null)).toBeNull();
    expect(metric.compute([aggregateCell('internal', { hours: 9 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
  });
});
