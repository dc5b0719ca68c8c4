import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../main/metrics/metric.ts';
import type { PeopleMetric } from '../../main/metrics/people-metric.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import type { Spell } from '../../main/workforce/spell.ts';
import { anyPeople, staysOfAll, yearContext } from '../support/any-people.ts';

const people = [...METRICS.values()].filter((metric) => metric.facts === 'people');
const forms = people.flatMap((metric) =>
  metric.variants.map((variant) => [`${metric.id} ${variant ?? ''}`.trim(), metric, variant] as const),
);

function outcomeOf(metric: PeopleMetric, spells: readonly Spell[], variant: string | null): Outcome {
  const stays = staysOfAll(spells);
  return metric.compute(stays, yearContext(stays), variant);
}

function numberOf(metric: PeopleMetric, spells: readonly Spell[], variant: string | null): number | null {
  const outcome = outcomeOf(metric, spells, variant);
  return 'absence' in outcome ? null : (outcome.value ?? outcome.numerator / outcome.denominator!);
}

describe.each(people.map((metric) => [metric.id, metric] as const))('%s, computed from spells,', (id, metric) => {
  it('is hidden for small groups unless it only counts who is there or came', () => {
    expect(metric.reveals).toBe(['headcount', 'hires'].includes(id) ? 'nothing' : 'stay');
  });
});

describe.each(forms)('%s', (_name, metric, variant) => {
  it('is an absence without people, never zero and never NaN', () => {
    const outcome = outcomeOf(metric, [], variant);
    expect('absence' in outcome && ['no_base', 'not_measured'].includes(outcome.absence)).toBe(true);
  });

  it('gives finite numbers, or says why it gives none', () => {
    fc.assert(
      fc.property(anyPeople, (spells) => {
        const value = numberOf(metric, spells, variant);
        if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(anyPeople, (spells) => {
        expect(numberOf(metric, [...spells].reverse(), variant)).toBe(numberOf(metric, spells, variant));
      }),
    );
  });

  it('rests on people of whom it tells something: without any of them there is nothing to tell', () => {
    fc.assert(
      fc.property(anyPeople, (spells) => {
        const stays = staysOfAll(spells);
        const context = yearContext(stays);
        const isAbout = metric.about ?? ((stay, ctx) => metric.place(stay, ctx, variant) === 'base');
        if (stays.some((stay) => isAbout(stay, context, variant))) return;
        const value = numberOf(metric, spells, variant);
        expect(value === null || value === 0).toBe(true);
      }),
    );
  });
});

const additive = forms.filter(([, { additivity }]) => additivity !== 'non-additive');

it.each(additive)('%s adds up over different people', (_name, metric, variant) => {
  fc.assert(
    fc.property(anyPeople, anyPeople, (some, others) => {
      const [one, other, both] = [some, others, [...some, ...others]].map((all) => numberOf(metric, all, variant) ?? 0);
      expect(both).toBe(one + other);
    }),
  );
});

/** A product of conditional shares, unlike a ratio of sums, may leave its parts where they are censored differently. */
const pooled = forms.filter(
  ([, { id, additivity }, variant]) =>
    additivity === 'non-additive' && !(id === 'first_year_turnover' && variant === 'survival'),
);

it.each(pooled)('%s pooled lies between its parts', (_name, metric, variant) => {
  fc.assert(
    fc.property(anyPeople, anyPeople, (some, others) => {
      const [one, other, both] = [some, others, [...some, ...others]].map((all) => numberOf(metric, all, variant));
      if (one === null || other === null || both === null) return;
      expect(both).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-12);
      expect(both).toBeLessThanOrEqual(Math.max(one, other) + 1e-12);
    }),
  );
});

const shares = forms.filter(([, { unit }]) => unit === 'share');

it.each(shares)('%s is a share', (_name, metric, variant) => {
  fc.assert(
    fc.property(anyPeople, (spells) => {
      const value = numberOf(metric, spells, variant);
      if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
    }),
  );
});
