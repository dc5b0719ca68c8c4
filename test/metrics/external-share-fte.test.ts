import { describe, expect, it } from 'vitest';
import externalShareFte from '../../main/metrics/external-share-fte.metric.ts';
import { aggregateCell, computed, contextOf, laborCell } from '../support/cells.ts';

describe('external share of FTE', () => {
  it('sets billed hours against all paid hours, leave included: 0.4 of both units together', () => {
    const unit = (external: number, worked: number, leave: number) => [
      laborCell({ workerType: 'agency', hours: external }),
      laborCell({ hours: worked }),
      laborCell({ hours: leave, payClass: 'paid_leave' }),
    ];
    const { value, numerator, denominator } = computed(externalShareFte, [...unit(10, 80, 10), ...unit(150, 100, 50)], {
      days: 365,
    });
    expect(value).toBeCloseTo(0.4, 14);
    expect(numerator).toBeCloseTo(160 / 2080, 14);
    expect(denominator).toBeCloseTo(400 / 2080, 14);
  });

  it('counts orientation and other non-productive hours as paid, and standby, premium and bonus lines not', () => {
    const own = (
      ['orientation', 'other_nonproductive', 'on_call', 'differential', 'incentive', 'employer_cost'] as const
    ).map((payClass) => laborCell({ hours: 20, payClass }));
    expect(computed(externalShareFte, [laborCell({ workerType: 'locum', hours: 10 }), ...own]).value).toBeCloseTo(
      10 / 50,
      14,
    );
  });

  it('is the same however many days are covered, and has no base where none are', () => {
    const cells = [laborCell({ workerType: 'agency', hours: 30 }), laborCell({ hours: 70 })];
    expect(computed(externalShareFte, cells, { days: 31 }).value).toBeCloseTo(
      computed(externalShareFte, cells, { days: 365 }).value,
      14,
    );
    expect(externalShareFte.compute(cells, contextOf({ days: 0 }), null)).toEqual({ absence: 'no_base', missing: [] });
  });

  it('needs labour lines: aggregate extracts say who worked, not what was paid', () => {
    expect(externalShareFte.compute([aggregateCell('external', { hours: 5 })], contextOf(), null)).toEqual({
      absence: 'not_measured',
      missing: ['labor'],
    });
  });
});
