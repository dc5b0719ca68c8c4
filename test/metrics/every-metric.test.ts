import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../main/contract/units.ts';
import type { LaborMetric, Outcome } from '../../main/metrics/metric.ts';
import { catalogue, metricOf, METRICS } from '../../main/metrics/registry.ts';
import { aggregateCell, anyCells, contextOf, laborCell, reordered, split } from '../support/cells.ts';

const UNITS: readonly Unit[] = ['share', 'ratio', 'hours', 'fte', 'hours_per_unit', 'money', 'count', 'days'];
const files = Object.keys(import.meta.glob('../../main/metrics/*.metric.ts')).map((path) =>
  path.replace(/^.*\/|\.metric\.ts$/g, ''),
);
const labor = [...METRICS.values()].filter((metric) => metric.facts === 'labor');
const forms = labor.flatMap((metric) =>
  metric.variants.map((variant) => [`${metric.id} ${variant ?? ''}`.trim(), metric, variant] as const),
);
/** Volume that every cell was worked for. */
const volume = { measure: 'patient_day', value: 700, hoursOf: (cell: { hours: number }) => cell.hours };

/** What an outcome says in numbers, rounded where sums of fractions may differ in their last bits. */
function said(outcome: Outcome): unknown {
  if ('absence' in outcome) return { absence: outcome.absence, missing: outcome.missing };
  const value = outcome.value ?? outcome.numerator / outcome.denominator!;
  return [outcome.numerator, outcome.denominator, value].map((number) =>
    number === null ? null : Number(number.toPrecision(10)),
  );
}

function numberOf(
  metric: LaborMetric,
  cells: Parameters<LaborMetric['compute']>[0],
  variant: string | null,
): number | null {
  const outcome = metric.compute(cells, contextOf({ volume }), variant);
  return 'absence' in outcome ? null : (outcome.value ?? outcome.numerator / outcome.denominator!);
}

describe('the metric registry', () => {
  it('finds every metric file under the id that its file is named after', () => {
    expect([...METRICS.keys()].map((id) => id.replaceAll('_', '-')).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(16);
  });

  it('refuses a metric that does not exist, by name', () => {
    expect(() => metricOf('attrition')).toThrow(/"attrition" is not a metric/);
  });

  it('prints every metric once in the catalogue, in alphabetical order, with every field filled', () => {
    const definitions = catalogue();
    const ids = definitions.map(({ metric }) => metric);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const id of METRICS.keys()) expect(ids).toContain(id);
    for (const definition of definitions) {
      const { version, edge_cases, ...texts } = definition;
      expect(version).toBeGreaterThanOrEqual(1);
      for (const [field, text] of [...Object.entries(texts), ...edge_cases.entries()])
        expect(text, `${definition.metric}: ${field}`).toMatch(/\S/);
    }
  });
});

describe.each([...METRICS.values()].map((metric) => [metric.id, metric] as const))('%s', (id, metric) => {
  it('has a snake-case id, a version, a known unit and additivity, and names its source', () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(Number.isInteger(metric.version) && metric.version >= 1).toBe(true);
    expect(UNITS).toContain(metric.unit);
    expect(['additive', 'semi-additive', 'non-additive']).toContain(metric.additivity);
    expect(metric.source).toMatch(/definition|rules/i);
    expect(metric.variants.length).toBeGreaterThan(0);
    expect(new Set(metric.variants).size).toBe(metric.variants.length);
  });
});

describe.each(labor.map((metric) => [metric.id, metric] as const))('%s, computed from labour,', (id, metric) => {
  it('is hidden for small groups when it is money, or is made of money', () => {
    const usesMoney =
      metric.unit === 'money' || /cost|premium|bill/.test(metric.formula.replace('whose cost no extract gives', ''));
    expect(metric.reveals).toBe(usesMoney ? 'pay' : 'nothing');
  });

  it('says what is excluded in words, never silently, for digital workers', () => {
    const placement = metric.place(
      laborCell({ workerType: 'digital_worker', cost: 100, hours: 1 }),
      metric.variants[0],
    );
    if (typeof placement === 'object' && placement !== null) expect(placement.excluded).toMatch(/digital/);
    if (id !== 'labor_cost') expect(placement).not.toBe('base');
  });
});

describe.each(forms)('%s', (_name, metric, variant) => {
  it('is an absence without cells, never zero and never NaN', () => {
    const outcome = metric.compute([], contextOf(), variant);
    expect('absence' in outcome && ['no_base', 'not_measured'].includes(outcome.absence)).toBe(true);
  });

  it('is not measured, with the extract that is missing, where it needs worker-level extracts', () => {
    const cells = [aggregateCell('internal', { hours: 300 }), aggregateCell('external', { hours: 100 })];
    const outcome = metric.compute(cells, contextOf(), variant);
    if ('absence' in outcome) {
      expect(outcome.absence).toBe('not_measured');
      if (variant !== 'direct_care') expect(outcome.missing).not.toEqual([]);
    } else expect(['productive_hours', 'external_share_hours', 'fte', 'unresolved_hours_share']).toContain(metric.id);
  });

  it('gives finite numbers, or says why it gives none', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const outcome = metric.compute(cells, contextOf({ volume }), variant);
        if ('absence' in outcome) {
          expect(outcome.absence).toMatch(/^(no_base|not_measured)$/);
          return;
        }
        expect(Number.isFinite(outcome.numerator)).toBe(true);
        expect(outcome.denominator === null || Number.isFinite(outcome.denominator)).toBe(true);
        if (outcome.value === undefined) expect(outcome.denominator).not.toBe(0);
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    fc.assert(
      fc.property(anyCells, fc.integer(), (cells, seed) => {
        const context = contextOf({ volume });
        expect(said(metric.compute(reordered(cells, seed), context, variant))).toEqual(
          said(metric.compute(cells, context, variant)),
        );
      }),
    );
  });

  it('changes nothing when cells are split', () => {
    fc.assert(
      fc.property(anyCells, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (cells, part) => {
        const context = contextOf({ volume });
        expect(said(metric.compute(split(cells, part), context, variant))).toEqual(
          said(metric.compute(cells, context, variant)),
        );
      }),
    );
  });

  it('does not change its cells', () => {
    const cells = [laborCell({ hours: 8, cost: 400 }), laborCell({ workerType: 'agency', hours: 4, cost: 500 })];
    const before = structuredClone(cells);
    metric.compute(cells, contextOf({ volume }), variant);
    expect(cells).toEqual(before);
  });
});

const additive = forms.filter(([, metric]) => metric.additivity === 'additive');

it.each(additive)('%s adds up over disjoint cells', (_name, metric, variant) => {
  fc.assert(
    fc.property(anyCells, anyCells, (some, others) => {
      const [one, other, both] = [some, others, [...some, ...others]].map((cells) => numberOf(metric, cells, variant));
      expect(both ?? 0).toBeCloseTo((one ?? 0) + (other ?? 0), 6);
    }),
  );
});

/** A difference of shares, and a premium that may be negative, are in units of shares but no shares of anything. */
const shares = forms.filter(([, { id, unit }]) => unit === 'share' && !['external_gap', 'premium_labor'].includes(id));

it.each(shares)('%s is a share: between 0 and 1, and between its parts when pooled', (_name, metric, variant) => {
  fc.assert(
    fc.property(anyCells, anyCells, (some, others) => {
      const [one, other, both] = [some, others, [...some, ...others]].map((cells) => numberOf(metric, cells, variant));
      for (const share of [one, other, both]) if (share != null) expect(share >= 0 && share <= 1).toBe(true);
      if (one == null || other == null || both == null) return;
      expect(both).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-12);
      expect(both).toBeLessThanOrEqual(Math.max(one, other) + 1e-12);
    }),
  );
});
