import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/external-share-hours.metric.ts';
import type { LaborCell } from '../../main/metrics/metric.ts';
import { aggregateCell, anyCells, computed, contextOf, laborCell } from '../support/cells.ts';

const own = (hours: number, parts: Partial<LaborCell> = {}) => laborCell({ hours, ...parts });
const agency = (hours: number, parts: Partial<LaborCell> = {}) => laborCell({ workerType: 'agency', hours, ...parts });
/** External and internal change places; everybody else stays. */
const swapped = (cell: LaborCell): LaborCell => {
  const workerClass = { internal: 'external', external: 'internal', digital: 'digital', unknown: 'unknown' } as const;
  return { ...cell, workerClass: workerClass[cell.workerClass] };
};

describe('external share of hours', () => {
  it('pools hours before dividing: 10 of 100 and 150 of 300 are 0.4, not the mean 0.3', () => {
    const units = [
      agency(10, { unit: 'ICU' }),
      own(90, { unit: 'ICU' }),
      agency(150, { unit: 'ED' }),
      own(150, { unit: 'ED' }),
    ];
    expect(computed(metric, units)).toEqual({ numerator: 160, denominator: 400, value: 0.4 });
  });

  it('counts regular, overtime and call-back hours and no others', () => {
    const cells = (
      [
        'regular',
        'overtime',
        'call_back',
        'on_call',
        'differential',
        'incentive',
        'orientation',
        'paid_leave',
        'other_nonproductive',
        'employer_cost',
        'unmapped',
      ] as const
    ).flatMap((payClass) => [own(10, { payClass }), agency(2, { payClass })]);
    expect(computed(metric, cells)).toEqual({ numerator: 6, denominator: 36, value: 6 / 36 });
  });

  it('counts hours of aggregate extracts, whose pay class is not known, as productive', () => {
    expect(
      computed(metric, [aggregateCell('external', { hours: 25 }), aggregateCell('internal', { hours: 75 })]).value,
    ).toBe(0.25);
  });

  it('leaves digital workers and hours without a worker type out, and says so', () => {
    const cells = [
      agency(10),
      own(30),
      laborCell({ workerType: 'digital_worker', hours: 1000 }),
      laborCell({ workerType: 'unknown', hours: 500 }),
    ];
    expect(computed(metric, cells).value).toBe(0.25);
    expect(cells.map((cell) => metric.place(cell, 'all'))).toEqual([
      'base',
      'base',
      { excluded: 'digital workers are never counted as people' },
      { excluded: 'worker type not given' },
    ]);
    expect(metric.place(laborCell({ payClass: 'unmapped', hours: 4 }), 'all')).toEqual({
      excluded: 'pay code not mapped to a pay class',
    });
  });

  it('counts for direct care only the roles that an extract marks so', () => {
    const cells = [
      agency(10, { directCare: true }),
      own(10, { directCare: true }),
      own(80, { directCare: false }),
      agency(5, { directCare: null }),
    ];
    expect(computed(metric, cells, { variant: 'direct_care' }).value).toBe(0.5);
    expect(computed(metric, cells, { variant: 'all' }).value).toBe(15 / 105);
  });

  it('has no direct-care form where no extract says which jobs give it', () => {
    expect(metric.compute([own(80), agency(5)], contextOf(), 'direct_care')).toMatchObject({
      absence: 'not_measured',
      note: expect.stringMatching(/direct care/),
    });
  });

  it('has no base where only leave was paid', () => {
    expect(metric.compute([own(80, { payClass: 'paid_leave' })], contextOf(), 'all')).toEqual({
      absence: 'no_base',
      missing: [],
    });
  });

  it('gives complementary shares when internal and external change places', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const share = metric.compute(cells, contextOf(), 'all');
        const mirror = metric.compute(cells.map(swapped), contextOf(), 'all');
        if ('absence' in share || 'absence' in mirror) {
          expect(mirror).toEqual(share);
          return;
        }
        expect(share.numerator + mirror.numerator).toBeCloseTo(share.denominator!, 6);
        expect(mirror.denominator).toBe(share.denominator);
      }),
    );
  });
});
