import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../main/contract/figure.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import { parseIsoMonth } from '../../main/model/civil-day.ts';
import { PRODUCTIVE } from '../../main/model/pay-classes.ts';
import type { PayClass } from '../../main/model/pay-classes.ts';
import { WORKER_TYPES } from '../../main/model/worker-types.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

type Line = Record<
  | 'worker_id'
  | 'work_date'
  | 'entity'
  | 'site'
  | 'unit'
  | 'job_code'
  | 'worker_type'
  | 'supplier'
  | 'pay_code'
  | 'hours'
  | 'cost'
  | 'shift',
  string
>;

const DIMENSIONS = [
  'entity',
  'site',
  'unit',
  'job',
  'worker_type',
  'worker_class',
  'supplier',
  'pay_class',
  'pay_code',
  'care_setting',
  'shift',
];
const CLASSES: Record<string, string> = {
  regular: 'regular',
  overtime: 'overtime',
  'call back': 'call_back',
  paid_leave: 'paid_leave',
  ZZ: 'unmapped',
  '': 'unmapped',
};
const CODES: Record<string, string> = { 'call back': 'call_back', '': 'unknown' };
const CARE: Record<string, string> = { Hill: 'acute', Dale: 'home' };

const anyLine: fc.Arbitrary<Line> = fc.record({
  worker_id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
  work_date: fc.constantFrom('2024-12-31', '2025-01-01', '2025-01-31', '2025-02-28', '2025-03-01', '2025-04-30'),
  entity: fc.constantFrom('Hill', 'Dale', ''),
  site: fc.constantFrom('Main', 'North'),
  unit: fc.constantFrom('ICU', 'ED', ''),
  job_code: fc.constantFrom('RN', 'CNA', 'MD', ''),
  worker_type: fc.constantFrom('employee_full_time', 'per_diem', 'agency', 'locum', 'digital_worker', ''),
  supplier: fc.constantFrom('', 'Crest'),
  pay_code: fc.constantFrom(...Object.keys(CLASSES)),
  hours: fc.integer({ min: 0, max: 96 }).map((quarters) => String(quarters / 4)),
  cost: fc.integer({ min: 0, max: 90_000 }).map((cents) => (cents / 100).toFixed(2)),
  shift: fc.constantFrom('day', 'night', ''),
});
const lines = fc.sample(anyLine, { numRuns: 600, seed: 20_260_101 });

const classOf = (type: string) => WORKER_TYPES.find(({ code }) => code === type)?.workerClass ?? 'unknown';
const codeOf = (line: Line, dimension: string): string => {
  const codes: Record<string, string> = {
    ...line,
    job: line.job_code,
    worker_class: classOf(line.worker_type),
    pay_class: CLASSES[line.pay_code],
    pay_code: CODES[line.pay_code] ?? line.pay_code,
    care_setting: CARE[line.entity] ?? 'unknown',
  };
  return codes[dimension] || 'unknown';
};
const isProductive = (line: Line) =>
  PRODUCTIVE.has(CLASSES[line.pay_code] as PayClass) && ['internal', 'external'].includes(classOf(line.worker_type));

const anyQuestion = fc.record({
  by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 4 }),
  where: fc
    .dictionary(fc.constantFrom(...DIMENSIONS), fc.nat(), { maxKeys: 3 })
    .map((choices): Filter =>
      Object.fromEntries(
        Object.entries(choices).map(([dimension, seed]) => [
          dimension,
          [...new Set(lines.map((line) => codeOf(line, dimension)))].filter((_, i) => (seed >> (i % 20)) & 1),
        ]),
      ),
    ),
  grain: fc.constantFrom('month' as const, 'quarter' as const, 'all' as const),
});

/** Hours by group and period, from the lines themselves. */
function naive(
  by: string[],
  where: Filter,
  periodOf: (line: Line) => string,
  wanted: (line: Line) => boolean,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) {
    if (!Object.entries(where).every(([dimension, codes]) => codes.includes(codeOf(line, dimension))) || !wanted(line))
      continue;
    const key = [...by.map((dimension) => codeOf(line, dimension)), periodOf(line)].join('|');
    sums.set(key, (sums.get(key) ?? 0) + Number(line.hours));
  }
  return sums;
}

const PERIODS = {
  month: (line: Line) => line.work_date.slice(0, 7),
  quarter: (line: Line) => `${line.work_date.slice(0, 4)}-Q${Math.ceil(Number(line.work_date.slice(5, 7)) / 3)}`,
  all: () => 'all',
};

describe('splitting and filtering', () => {
  let workspace: Workspace;
  const folder = testFolder();

  beforeAll(async () => {
    workspace = openWorkspace(join(folder, 'splits.muster'));
    await importFile(
      workspace,
      writeInto(folder, 'entities.csv', csv('entity_id,name,care_setting', 'Hill,Hill,acute', 'Dale,Dale,home')),
    );
    const columns = Object.keys(lines[0]) as (keyof Line)[];
    await importFile(
      workspace,
      writeInto(folder, 'labor.csv', csv(columns, ...lines.map((line) => columns.map((column) => line[column])))),
      { settings: { currency: 'USD' } },
    );
  });
  afterAll(() => workspace.close());

  it('gives in every group and period the hours of its lines, for any dimensions and any filter', () => {
    fc.assert(
      fc.property(anyQuestion, ({ by, where, grain }) => {
        const scope = { by, where, grain, from: parseIsoMonth('2024-12')!, to: parseIsoMonth('2025-04')! };
        const [hours, shares] = computeFigures(workspace.view(), [
          { metric: 'productive_hours', ...scope },
          { metric: 'external_share_hours', variants: ['all'], ...scope },
        ]);
        const all = naive(by, where, PERIODS[grain], isProductive);
        const external = naive(
          by,
          where,
          PERIODS[grain],
          (line) => isProductive(line) && classOf(line.worker_type) === 'external',
        );
        const nameOf = (figure: { by: Record<string, string>; period: string }) =>
          [...by.map((dimension) => figure.by[dimension]), figure.period].join('|');
        for (const figure of hours)
          expect(figure.value ?? 0, nameOf(figure)).toBeCloseTo(all.get(nameOf(figure)) ?? 0, 9);
        for (const figure of shares)
          expect(figure.numerator ?? 0, nameOf(figure)).toBeCloseTo(external.get(nameOf(figure)) ?? 0, 9);
        const named = new Set(hours.map(nameOf));
        for (const key of all.keys()) expect(named, key).toContain(key);
        expect(new Set(hours.map(nameOf)).size).toBe(hours.length);
      }),
      { numRuns: 150 },
    );
  });

  it('counts a line’s row in one group of every split, and in one period', () => {
    const scope = { from: parseIsoMonth('2024-12')!, to: parseIsoMonth('2025-04')! };
    const rowsOf = (extra: object) =>
      computeFigures(workspace.view(), [{ metric: 'unresolved_hours_share', ...scope, ...extra }])[0].reduce(
        (sum, { rows }) => sum + rows!,
        0,
      );
    const whole = lines.filter((line) => classOf(line.worker_type) !== 'digital').length;
    expect([{}, { by: ['job'] }, { by: ['pay_code', 'shift'] }, { grain: 'month' as const }].map(rowsOf)).toEqual([
      whole,
      whole,
      whole,
      whole,
    ]);
  });

  it('lists months without rows inside the range as no data', () => {
    const figures = computeFigures(workspace.view(), [
      { metric: 'productive_hours', grain: 'month', from: parseIsoMonth('2025-04')!, to: parseIsoMonth('2025-06')! },
    ])[0];
    expect(figures.map(({ period, absence, value }) => [period, absence, value === null])).toEqual([
      ['2025-04', null, false],
      ['2025-05', 'no_base', true],
      ['2025-06', 'no_base', true],
    ]);
  });

  it('refuses a dimension that the workspace does not have, and lists those it has', () => {
    const ask = (extra: object) => () =>
      computeFigures(workspace.view(), [{ metric: 'productive_hours', from: 0, to: 1, ...extra }]);
    expect(ask({ by: ['ward'] })).toThrow(
      /"ward" is not a dimension of this workspace; it has entity, site, .*care_setting, owner, shift/,
    );
    expect(ask({ where: { ward: ['3'] } })).toThrow(/"ward"/);
  });
});
