import { describe, expect, it } from 'vitest';
import metric from '../../main/metrics/labor-cost.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

describe('labour cost', () => {
  it('is all money on the lines: unmapped codes, digital workers and statements of work too, loads not', () => {
    const cells = [
      laborCell({ hours: 8, cost: 32_000, load: 6_400 }),
      laborCell({ payClass: 'unmapped', cost: 1_001 }),
      laborCell({ workerType: 'digital_worker', cost: 2_002 }),
      laborCell({ workerType: 'vendor', cost: 4_004, hourlessCost: 4_004 }),
      laborCell({ workerType: 'unknown', cost: -7 }),
    ];
    expect(computed(metric, cells)).toEqual({ numerator: 39_000, denominator: null, value: 39_000 });
  });

  it('is not measured from aggregate extracts, which have hours only', () => {
    expect(metric.compute([aggregateCell('external', { hours: 8 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
  });
});
