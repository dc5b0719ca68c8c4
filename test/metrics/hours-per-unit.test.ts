import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/hours-per-unit.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

const census = (value: number) => ({
  measure: 'resident_day',
  value,
  hoursOf: (cell: { censusHours: number }) => cell.censusHours,
});

describe('hours per unit of volume', () => {
  it('pools hours and days: 10 hours over 100 days and 150 over 300 are 0.4', () => {
    const cells = [
      aggregateCell('internal', { site: 'A', hours: 10, censusHours: 10 }),
      aggregateCell('external', { site: 'B', hours: 150, censusHours: 150 }),
    ];
    expect(computed(metric, cells, { volume: census(400) })).toEqual({ numerator: 160, denominator: 400, value: 0.4 });
  });

  it('leaves out hours of days without a census', () => {
    expect(
      computed(metric, [aggregateCell('internal', { hours: 30, censusHours: 20 })], { volume: census(10) }).value,
    ).toBe(2);
  });

  it('counts direct-care roles over the same residents', () => {
    const cells = [
      aggregateCell('internal', { hours: 30, censusHours: 30, directCare: true }),
      aggregateCell('internal', { hours: 10, censusHours: 10, directCare: false }),
    ];
    expect(computed(metric, cells, { volume: census(10), variant: 'direct_care' }).value).toBe(3);
    expect(computed(metric, cells, { volume: census(10), variant: 'all' }).value).toBe(4);
  });

  it('counts productive hours only, and names what it is per', () => {
    const volume = { measure: 'patient_day', value: 4, hoursOf: (cell: { hours: number }) => cell.hours };
    const outcome = metric.compute(
      [laborCell({ hours: 24 }), laborCell({ hours: 9, payClass: 'paid_leave' })],
      contextOf({ volume }),
      'all',
    );
    expect(outcome).toMatchObject({ numerator: 24, denominator: 4, note: 'per patient day' });
  });

  it('is not measured without volumes, and has no direct-care form without marked roles', () => {
    expect(metric.compute([laborCell({ hours: 8 })], contextOf(), 'all')).toEqual({
      absence: 'not_measured',
      missing: ['volumes'],
    });
    expect(metric.compute([laborCell({ hours: 8 })], contextOf({ volume: census(3) }), 'direct_care')).toMatchObject({
      absence: 'not_measured',
      note: expect.stringMatching(/direct care/),
    });
  });
});
