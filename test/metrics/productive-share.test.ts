import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import productiveHours from '../../main/metrics/productive-hours.metric.ts';
import productiveShare from '../../main/metrics/productive-share.metric.ts';
import { aggregateCell, anyCells, computed, contextOf, laborCell } from '../support/cells.ts';

describe('productive share of paid hours', () => {
  it('pools: 10 of 100 and 150 of 300 paid hours are 0.4', () => {
    const unit = (productive: number, leave: number) => [
      laborCell({ hours: productive }),
      laborCell({ hours: leave, payClass: 'paid_leave' }),
    ];
    expect(computed(productiveShare, [...unit(10, 90), ...unit(150, 150)])).toEqual({
      numerator: 160,
      denominator: 400,
      value: 0.4,
    });
  });

  it('never counts an hour twice: standby, differential and incentive lines bring none', () => {
    const extras = (['on_call', 'differential', 'incentive'] as const).map((payClass) =>
      laborCell({ hours: 12, payClass, cost: 100 }),
    );
    expect(
      computed(productiveShare, [
        laborCell({ hours: 30 }),
        laborCell({ hours: 10, payClass: 'orientation' }),
        ...extras,
      ]),
    ).toMatchObject({ numerator: 30, denominator: 40 });
  });

  it('needs labour lines, and says which extract', () => {
    expect(productiveShare.compute([aggregateCell('internal', { hours: 8 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(productiveShare.compute([laborCell({ hours: 4, payClass: 'unmapped' })], contextOf(), null)).toMatchObject({
      absence: 'no_base',
    });
  });
});

describe('productive hours', () => {
  it('are regular, overtime and call-back hours of people', () => {
    const cells = [
      laborCell({ hours: 7.5 }),
      laborCell({ hours: 2.25, payClass: 'overtime' }),
      laborCell({ hours: 1, payClass: 'call_back', workerType: 'locum' }),
      laborCell({ hours: 8, payClass: 'paid_leave' }),
      aggregateCell('external', { hours: 4 }),
    ];
    expect(computed(productiveHours, cells)).toEqual({ numerator: 14.75, denominator: null, value: 14.75 });
  });

  it('may be none, which is not the same as no data', () => {
    expect(computed(productiveHours, [laborCell({ hours: 0, cost: 900 })]).value).toBe(0);
    expect(productiveHours.compute([laborCell({ hours: 9, payClass: 'paid_leave' })], contextOf(), null)).toEqual({
      absence: 'no_base',
      missing: [],
    });
  });

  it('are what stands over the line of the productive share', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const share = productiveShare.compute(cells, contextOf(), null);
        const hours = productiveHours.compute(cells, contextOf(), null);
        if ('absence' in share || 'absence' in hours) return;
        expect(share.numerator).toBe(hours.numerator);
      }),
    );
  });
});
