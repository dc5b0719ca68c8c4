import fc from 'fast-check';
import type { LaborCell, LaborMetric, MetricContext, Outcome } from '../../main/metrics/metric.ts';
import { PAY_CLASSES } from '../../main/model/pay-classes.ts';
import { WORKER_TYPES } from '../../main/model/worker-types.ts';

const MILLION = 1_000_000;

/** January 2025 as a month number. */
export const JANUARY = 2025 * 12;

type Parts = Partial<LaborCell>;

/** A labour cell of a full-time employee's regular work; hours of all kinds are given in hours, money in minor units. */
export function laborCell(parts: Parts = {}): LaborCell {
  const workerType = parts.workerType ?? 'employee_full_time';
  const workerClass =
    parts.workerClass ?? WORKER_TYPES.find(({ code }) => code === workerType)?.workerClass ?? 'unknown';
  const hours = (value: number | undefined) => Math.round((value ?? 0) * MILLION);
  return {
    payClass: 'regular',
    aggregate: false,
    directCare: null,
    job: 'RN',
    site: 'Main',
    unit: 'ICU',
    month: JANUARY,
    cost: 0,
    rows: 1,
    continuedRows: 0,
    hourlessCost: 0,
    load: 0,
    variableLoad: 0,
    overtimePremium: 0,
    ...parts,
    workerType,
    workerClass,
    hours: hours(parts.hours),
    unknownHours: hours(parts.unknownHours),
    censusHours: hours(parts.censusHours),
    unratedHours: hours(parts.unratedHours),
  };
}

/** Hours of an aggregate staffing extract: a class, but no worker type and no cost. */
export function aggregateCell(workerClass: 'internal' | 'external', parts: Parts = {}): LaborCell {
  return laborCell({ workerType: 'unknown', workerClass, aggregate: true, rows: 0, unit: 'unknown', ...parts });
}

/** The year 2025 with everything known, unless a part says otherwise. */
export function contextOf(parts: Partial<MetricContext> = {}): MetricContext {
  return {
    days: 365,
    first: JANUARY,
    last: JANUARY + 11,
    currency: 'USD',
    knowsLoads: true,
    knowsVariableLoad: true,
    volume: null,
    ...parts,
  };
}

export type Ratio = { numerator: number; denominator: number | null; value: number };

/** Numerator, denominator and value of an outcome that has them; fails naming the absence otherwise. */
export function valueOf(outcome: Outcome): Ratio {
  if ('absence' in outcome) throw new Error(`No value, but ${outcome.absence} ${outcome.missing.join(' ')}`);
  const { numerator, denominator } = outcome;
  return { numerator, denominator, value: outcome.value ?? numerator / denominator! };
}

export function computed(
  metric: LaborMetric,
  cells: readonly LaborCell[],
  { variant = metric.variants[0]!, ...context }: Partial<MetricContext> & { variant?: string | null } = {},
): Ratio {
  return valueOf(metric.compute(cells, contextOf(context), variant));
}

const JOBS = ['RN', 'CNA'];
const SITES = ['Main', 'North'];
const UNITS = ['ICU', 'ED'];
const MOST_HOURS = 5_000 * MILLION;
const MOST_MONEY = 100_000_000;

/** A line-born cell with whole millionths of hours, whole cents, and loads that are whole too, so that sums are exact. */
export const anyLineCell: fc.Arbitrary<LaborCell> = fc
  .record({
    workerType: fc.constantFrom(...WORKER_TYPES.map(({ code }) => code), 'unknown'),
    payClass: fc.constantFrom(...PAY_CLASSES),
    job: fc.constantFrom(...JOBS),
    site: fc.constantFrom(...SITES),
    unit: fc.constantFrom(...UNITS),
    month: fc.integer({ min: JANUARY, max: JANUARY + 2 }),
    hours: fc.nat({ max: MOST_HOURS }),
    unknownShare: fc.constantFrom(0, 0, 0, 0.01, 1),
    directCare: fc.constantFrom(true, false, null),
    cost: fc.nat({ max: MOST_MONEY }),
    load: fc.nat({ max: MOST_MONEY / 4 }),
    variableLoad: fc.nat({ max: MOST_MONEY / 10 }),
    overtimePremium: fc.nat({ max: MOST_MONEY / 2 }),
    rows: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ unknownShare, ...parts }): LaborCell => {
    const workerClass = WORKER_TYPES.find(({ code }) => code === parts.workerType)?.workerClass ?? 'unknown';
    const unknownHours = Math.floor(parts.hours * unknownShare);
    const isOwn = workerClass === 'internal';
    return {
      ...parts,
      workerClass,
      aggregate: false,
      continuedRows: 0,
      unknownHours,
      cost: unknownShare === 1 ? 0 : parts.cost,
      censusHours: 0,
      hourlessCost: 0,
      load: isOwn ? parts.load : 0,
      variableLoad: isOwn ? parts.variableLoad : 0,
      overtimePremium: isOwn && parts.payClass === 'overtime' ? parts.overtimePremium : 0,
      unratedHours: 0,
    };
  });

/** Cells of labour lines in any mixture; unmapped ones and digital workers among them. */
export const anyCells = fc.array(anyLineCell, { minLength: 0, maxLength: 24, size: 'max' });

/** The same in another order. */
export function reordered(cells: readonly LaborCell[], seed: number): LaborCell[] {
  return cells
    .map((cell, i) => ({ cell, at: Math.imul(i + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ cell }) => cell);
}

const ADDITIVE = [
  'hours',
  'cost',
  'rows',
  'continuedRows',
  'unknownHours',
  'censusHours',
  'hourlessCost',
  'load',
  'variableLoad',
  'overtimePremium',
  'unratedHours',
] as const;

/** Every cell cut in two at a part of its sums, as if its lines stood in two extracts. */
export function split(cells: readonly LaborCell[], part: number): LaborCell[] {
  return cells.flatMap((cell) => {
    const first = { ...cell };
    const second = { ...cell };
    for (const measure of ADDITIVE) {
      first[measure] = Math.floor(cell[measure] * part);
      second[measure] = cell[measure] - first[measure];
    }
    return [second, first];
  });
}
