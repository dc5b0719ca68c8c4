import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/overtime-share.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

describe('overtime share', () => {
  it('pools own productive hours: 10 of 100 and 150 of 300 are 0.4', () => {
    const unit = (overtime: number, regular: number) => [
      laborCell({ hours: overtime, payClass: 'overtime' }),
      laborCell({ hours: regular }),
    ];
    expect(computed(metric, [...unit(10, 90), ...unit(150, 150)])).toEqual({
      numerator: 160,
      denominator: 400,
      value: 0.4,
    });
  });

  it('counts call-back hours under the line, and neither agency nor premium-only lines', () => {
    const cells = [
      laborCell({ hours: 20, payClass: 'overtime' }),
      laborCell({ hours: 60 }),
      laborCell({ hours: 20, payClass: 'call_back' }),
      laborCell({ hours: 0, cost: 9_000, payClass: 'overtime' }),
      laborCell({ hours: 20, payClass: 'differential' }),
      laborCell({ workerType: 'agency', hours: 50, payClass: 'overtime' }),
    ];
    expect(computed(metric, cells)).toMatchObject({ numerator: 20, denominator: 100 });
  });

  it('is not measured from aggregate extracts, which do not tell overtime apart', () => {
    expect(metric.compute([aggregateCell('internal', { hours: 9 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(metric.place(aggregateCell('internal', { hours: 9 }), null)).toEqual({
      excluded: expect.stringMatching(/overtime not known/),
    });
  });

  it('has no base where only agency workers worked', () => {
    expect(metric.compute([laborCell({ workerType: 'agency', hours: 50 })], contextOf(), null)).toEqual({
      absence: 'no_base',
      missing: [],
    });
  });
});
