import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainCost } from '../../main/analyses/price-volume-mix/explain-cost.ts';
import { buildDeck } from '../../main/briefings/deck.ts';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { Figure, Filter } from '../../main/contract/figure.ts';
import { formatMonth } from '../../main/contract/format.ts';
import type { BridgeChart } from '../../main/contract/page.ts';
import type { Structure } from '../../main/contract/structure.ts';
import type { ImportReport } from '../../main/contract/workspace.ts';
import { writeWorkbook } from '../../main/exports/workbook/write-workbook.ts';
import { harmonise } from '../../main/harmonisation/harmonise.ts';
import { BULK_ACCEPT_SCORE } from '../../main/harmonisation/suggester.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import type { FigureRequest } from '../../main/metrics/figures.ts';
import { formatIsoMonth, parseIsoMonth } from '../../main/model/civil-day.ts';
import { parsePeriod } from '../../main/model/period.ts';
import { importSample } from '../../main/workspace/sample.ts';
import { rowsUnder } from '../../main/workspace/source-rows.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { sampleJson } from '../samples/sample-files.ts';
import { SAMPLES_FOLDER } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

type Sums = {
  internal_productive_hours: number; internal_pay_cents: number; internal_cost_cents: number; external_productive_hours: number; external_cost_cents: number;
  external_hours_of_unknown_cost: number; digital_cents: number; statement_of_work_cents: number; internal_hours_by_pay_class: Record<string, number>;
  external_share_hours: number; external_share_hours_direct_care: number; external_share_cost: number; overtime_share: number;
};
type Planted = { line: number; reason: string; column: string; value: string };
type Ledger = { file: string; rows_read: number; accepted: number; quarantined: number; duplicates: number; restated: number; skipped: number; reasons: Record<string, number>; planted: Planted[] };
type UnitGap = { unit: string; external_share_hours: number; external_share_cost: number };
type EntityMonth = {
  month: string; entity: string; in_post_at_end: number; per_diem_in_post_at_end: number; person_days: number; hires: number; conversions: number;
  separations: number; separations_by_class: Record<string, number>; leavers_under_one_year: number;
};
type OfPeriod = {
  of: string; from: string; to: string; separations: number; separations_by_class: Record<string, number>; turnover: number | null; turnover_annualized: number | null;
};
type Retention = {
  turnover_by_month: EntityMonth[];
  turnover_by_period: OfPeriod[];
  hot_units: { planted: string[]; also_losing_seats_to_agencies: string[]; by_unit: { unit: string; leavers: number }[] };
};
type Truths = {
  active_people: { on: string; by_worker_type: Record<string, number> };
  retention: Retention;
  extracts: Ledger[]; months: (Sums & { month: string })[]; all: Sums; last_12_months: Sums; prior_12_months: Sums; by_entity_last_12_months: Record<string, Sums>; as_owned: { last_12_months: Sums; prior_12_months: Sums };
  gap: { recent: number; prior: number; units: UnitGap[] };
  overtime: { by_unit_last_12_months: { unit: string; overtime_hours: number; overtime_share: number }[] };
  unmapped_pay_codes: { codes: string[]; cents: number; hours_left_out: number };
  external_by_supplier_last_12_months: { supplier: string; hours: number; cost_cents: number }[];
  supplier_names: { agency: string; labor_rows: Record<string, number>; invoice_rows: Record<string, number> };
  volumes: { last_12_months: Record<string, number> };
  special_rows: { equal_punches: { rows: number; unit: string; month: string } };
};

const MINUTES = 60_000;
const path = `${testFolder()}/northlake.muster`;
const truths = sampleJson<Truths>('northlake/truths.json');
const LAST = { from: parseIsoMonth('2025-10')!, to: parseIsoMonth('2026-09')! };
const PRIOR = { from: parseIsoMonth('2024-10')!, to: parseIsoMonth('2025-09')! };
const ALL = { from: parseIsoMonth('2024-04')!, to: parseIsoMonth('2026-09')! };

let workspace: Workspace;
let reports: ImportReport[];

type Scope = Partial<FigureRequest> & { structure?: Structure };
const figures = (metric: string, { structure, ...scope }: Scope, variant: string | null = null): Figure[] =>
  computeFigures(workspace.view().seenIn(structure ?? null), [{ metric, variants: [variant], ...LAST, ...scope }])[0];
const figure = (metric: string, scope: Scope, variant: string | null = null): Figure => figures(metric, scope, variant)[0];

/** The figures of a scope that the books of the sample know. */
function expectSums(truth: Sums, scope: Scope, name: string, cents = 0): void {
  const hours = figure('external_share_hours', scope, 'all');
  expect.soft(hours.numerator, name).toBe(truth.external_productive_hours);
  expect.soft(hours.denominator! - hours.numerator!, name).toBe(truth.internal_productive_hours);
  expect.soft(hours.value, name).toBeCloseTo(truth.external_share_hours, 12);
  expect.soft(figure('external_share_hours', scope, 'direct_care').value, name).toBeCloseTo(truth.external_share_hours_direct_care, 12);
  const cost = figure('external_share_cost', scope);
  expect.soft(Math.abs(cost.numerator! - truth.external_cost_cents), name).toBeLessThanOrEqual(cents);
  expect.soft(Math.abs(cost.denominator! - truth.external_cost_cents - truth.internal_cost_cents), name).toBeLessThanOrEqual(cents + 1);
  expect.soft(cost.value, name).toBeCloseTo(truth.external_share_cost, 9);
  const all = truth.internal_pay_cents + truth.external_cost_cents + truth.digital_cents + truth.statement_of_work_cents;
  expect.soft(Math.abs(figure('labor_cost', scope).value! - all), name).toBeLessThanOrEqual(cents);
  expect.soft(figure('unpriced_hours_share', scope).numerator, name).toBe(truth.external_hours_of_unknown_cost);
  const overtime = figure('overtime_share', scope);
  expect.soft(overtime.numerator, name).toBe(truth.internal_hours_by_pay_class['overtime']);
  expect.soft(overtime.value, name).toBeCloseTo(truth.overtime_share, 12);
}

/** Who was in post, came and left by entity and month; Bayside only where the books are asked for it. */
function expectMovements(scope: Scope, months: readonly EntityMonth[]): void {
  const by = (metric: string, variant: string) => {
    const found = figures(metric, { ...ALL, ...scope, by: ['entity'], grain: 'month' }, variant);
    return new Map(found.map((one) => [`${one.by['entity']} ${one.period}`, one]));
  };
  const [heads, hires, conversions, separations, days, leavers] = [by('headcount', 'employees'), by('hires', 'all'), by('hires', 'conversion'), by('separations', 'all'), by('turnover_annualized', 'all'), by('first_year_turnover', 'leavers')];
  const kinds = new Map(['voluntary', 'involuntary', 'other', 'unclassified'].map((kind) => [kind, by('separations', kind)]));
  for (const truth of months) {
    const key = `${truth.entity} ${truth.month}`;
    expect.soft(heads.get(key)!.value, `${key} heads`).toBe(truth.in_post_at_end + truth.per_diem_in_post_at_end);
    expect.soft(hires.get(key)!.value, `${key} hires`).toBe(truth.hires + truth.conversions);
    expect.soft(conversions.get(key)!.value, `${key} conversions`).toBe(truth.conversions);
    expect.soft(separations.get(key)!.value, `${key} separations`).toBe(truth.separations);
    for (const [kind, count] of Object.entries(truth.separations_by_class)) expect.soft(kinds.get(kind)!.get(key)!.value, `${key} ${kind}`).toBe(count);
    expect.soft(leavers.get(key)!.numerator ?? 0, `${key} early`).toBe(truth.leavers_under_one_year);
    // The rosters see from the first day of leaving on: one day less than the books.
    if (truth.month !== '2024-04') expect.soft(days.get(key)!.denominator! * 365, `${key} days`).toBeCloseTo(truth.person_days, 6);
  }
}

beforeAll(async () => {
  workspace = openWorkspace(path);
  const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  reports = await importSample(workspace, { sample: 'northlake', folder: SAMPLES_FOLDER, readJson, job: 'golden', signal: null });
}, 5 * MINUTES);

afterAll(() => workspace?.close());

describe('the ledgers of Northlake', () => {
  it.each(truths.extracts)('of $file is what was planted', (truth) => {
    const report = reports.find(({ file }) => file === truth.file)!;
    const { rowsRead, accepted, quarantined, duplicates, restated, skipped, reasons } = report;
    const { rows_read, planted: _planted, file: _file, ...rest } = truth;
    expect({ rows_read: rowsRead, accepted, quarantined, duplicates, restated, skipped, reasons }).toEqual({ ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'kind')), rows_read });
  });

  it.each(truths.extracts.filter(({ planted }) => planted.length > 0))('of $file has each planted fault in quarantine, by line, column and value', ({ file, planted }) => {
    const batch = reports.find((report) => report.file === file)!.batch;
    const { rows } = workspace.store.quarantine(batch, { offset: 0, limit: 100 });
    expect(rows.map(({ row, reason }) => ({ row, reason }))).toEqual(planted.map(({ line, reason }) => ({ row: line, reason })));
    planted.forEach(({ column, value }, i) => column !== '' && expect(rows[i], file).toMatchObject({ column, value }));
  });

  it('name the pay codes that nobody has mapped', () => {
    const unmapped = workspace.view().dictionaries.payCodes.filter(({ payClass }) => payClass === null).map(({ code }) => code);
    expect(unmapped.sort()).toEqual([...truths.unmapped_pay_codes.codes].sort());
  });

  it('leave a file that ties out in every respect', { timeout: MINUTES }, () => {
    expect(workspace.check()).toEqual([]);
  });
});

describe('the figures of Northlake', () => {
  it('are those of the books over thirty months, the last twelve and the twelve before, to the cent', () => {
    expectSums(truths.all, ALL, 'all');
    expectSums(truths.last_12_months, LAST, 'last');
    expectSums(truths.prior_12_months, PRIOR, 'prior');
  });

  it('are those of the books in each month', () => {
    for (const truth of truths.months) {
      const month = parseIsoMonth(truth.month)!;
      expectSums(truth, { from: month, to: month }, truth.month, 5);
    }
  });

  it('are those of the books in each entity, and in each care setting that is one entity’s', () => {
    for (const [entity, truth] of Object.entries(truths.by_entity_last_12_months)) expectSums(truth, { where: { entity: [entity] } }, entity);
    expectSums(truths.by_entity_last_12_months['Northlake Home'], { where: { care_setting: ['home'] } }, 'home');
  });

  it('are those of the books with Bayside only since the close in then-structure, 12.1 % of hours, and throughout in today’s', () => {
    expectSums(truths.as_owned.last_12_months, { structure: 'then' }, 'as owned', 5);
    expectSums(truths.as_owned.prior_12_months, { structure: 'then', ...PRIOR }, 'as owned before', 5);
    expectSums(truths.last_12_months, { structure: 'today' }, 'today');
    expect(figure('external_share_hours', { structure: 'then' }, 'all').value).toBeCloseTo(0.121, 3);
  });

  it('give the gap between cost and hours, and how it widened', () => {
    expect(figure('external_gap', LAST).value).toBeCloseTo(truths.gap.recent, 9);
    expect(figure('external_gap', PRIOR).value).toBeCloseTo(truths.gap.prior, 9);
  });

  it('are those of the books in each unit, but for the cost of the one whose invoices are blank', () => {
    const hours = new Map(figures('external_share_hours', { by: ['unit'] }, 'all').map((one) => [one.by['unit'], one]));
    const cost = new Map(figures('external_share_cost', { by: ['unit'] }).map((one) => [one.by['unit'], one]));
    for (const truth of truths.gap.units) {
      expect.soft(hours.get(truth.unit)?.value ?? 0, truth.unit).toBeCloseTo(truth.external_share_hours, 12);
      const found = cost.get(truth.unit)!;
      if (truth.unit === 'ICU, Bayside') expect.soft(found).toMatchObject({ absence: 'not_measured', missing: ['invoices'] });
      else if (!found.suppressed) expect.soft(found.value, truth.unit).toBeCloseTo(truth.external_share_cost, 6);
    }
    expect([...cost.values()].filter(({ suppressed }) => suppressed).length).toBeLessThan(5);
  });

  it('find where overtime runs hot', () => {
    const found = new Map(figures('overtime_share', { by: ['unit'] }).map((one) => [one.by['unit'], one]));
    for (const { unit, overtime_hours, overtime_share } of truths.overtime.by_unit_last_12_months) {
      expect.soft(found.get(unit)?.numerator ?? 0, unit).toBe(overtime_hours);
      expect.soft(found.get(unit)?.value ?? 0, unit).toBeCloseTo(overtime_share, 12);
    }
  });

  it('leave unmapped hours out and keep their money', () => {
    const { exclusions } = figure('external_share_hours', ALL, 'all');
    const unmapped = exclusions.find(({ reason }) => reason.includes('pay code'))!;
    expect(unmapped).toMatchObject({ hours: truths.unmapped_pay_codes.hours_left_out, costMinor: truths.unmapped_pay_codes.cents });
    expect(figure('unresolved_hours_share', ALL).numerator).toBe(truths.unmapped_pay_codes.hours_left_out);
  });

  it('count each supplier’s hours and money once, whichever of its names an extract uses', () => {
    const hours = new Map(figures('external_share_hours', { by: ['supplier'] }, 'all').map((one) => [one.by['supplier'], one.numerator!]));
    const cost = new Map(figures('labor_cost', { by: ['supplier'], where: { worker_class: ['external'] } }).map((one) => [one.by['supplier'], one.value!]));
    const agency = new Set([...Object.keys(truths.supplier_names.labor_rows), ...Object.keys(truths.supplier_names.invoice_rows)]);
    for (const { supplier, hours: ofHours, cost_cents } of truths.external_by_supplier_last_12_months) {
      const names = supplier === truths.supplier_names.agency ? [...agency] : [supplier.startsWith('(') ? 'unknown' : supplier];
      const sum = (values: Map<string, number>) => names.reduce((total, name) => total + (values.get(name) ?? 0), 0);
      expect.soft(sum(hours), supplier).toBe(ofHours);
      expect.soft(Math.abs(sum(cost) - cost_cents), supplier).toBeLessThanOrEqual(100);
    }
  });

  it('divide hours by patient days where there are some', () => {
    const perDay = figure('hours_per_unit', {}, 'all');
    expect(perDay.denominator).toBe(truths.volumes.last_12_months['patient_days']);
    expect(perDay.note).toBe('per patient day');
  });

  it('keep both of two equal punches', () => {
    const { unit, month, rows } = truths.special_rows.equal_punches;
    const { rows: lines } = rowsUnder(workspace.view(), { query: { metric: 'overtime_share', where: { unit: [unit], pay_class: ['call_back'] }, from: month, to: month }, offset: 0, limit: 1_000 });
    const keys = lines.map((line) => JSON.stringify([line['worker_id'], line['work_date'], line['hours'], line['cost'], line['pay_code']]));
    const repeated = keys.filter((key) => keys.filter((other) => other === key).length > 1);
    expect(repeated.length).toBe(rows);
  });

  it('explain the change of cost to the cent over two fiscal years', () => {
    const calendar = { startMonth: workspace.view().fiscalYearStart() };
    expect(calendar.startMonth).toBe(10);
    const [before, after] = ['2025', '2026'].map((year) => parsePeriod(year, calendar));
    const change = explainCost(workspace.view(), { before, after, where: {}, by: [] });
    const costOf = (sums: Sums) => sums.internal_pay_cents + sums.external_cost_cents + sums.digital_cents + sums.statement_of_work_cents;
    expect([change.costBefore, change.costAfter]).toEqual([costOf(truths.prior_12_months), costOf(truths.last_12_months)]);
    const { volume, substitution, otherMix, activity, rate, unpriced, nonProductive } = change;
    expect(volume + substitution + otherMix + activity + rate + unpriced + nonProductive).toBe(change.costAfter - change.costBefore);
    expect(substitution).toBeGreaterThan(0);
    expect(rate).toBeGreaterThan(0);
  });

  it('lead to as many rows as they count, in every month', () => {
    for (const month of ['2024-04', '2025-12', '2026-09']) {
      for (const metric of ['external_share_hours', 'overtime_share', 'unpriced_hours_share']) {
        const variant = metric === 'external_share_hours' ? 'all' : null;
        const at = parseIsoMonth(month)!;
        for (const structure of ['then', 'today'] as const) {
          const view = workspace.view().seenIn(structure);
          const { total } = rowsUnder(view, { query: { metric, variant, where: {}, from: formatIsoMonth(at), to: formatIsoMonth(at) }, offset: 0, limit: 0 });
          expect.soft(total, `${metric} ${month} ${structure}`).toBe(figure(metric, { from: at, to: at, structure }, variant).rows);
        }
      }
    }
  });

  it('count heads by worker type on the last day as the books have them', () => {
    const heads = figures('headcount', { by: ['worker_type'] }, 'all').map(({ by, value }) => [by['worker_type'], value]);
    expect(Object.fromEntries(heads)).toEqual(truths.active_people.by_worker_type);
  });

  it('count who came, who left, how and how soon, by entity and month, as the books have it', () => {
    expectMovements({}, truths.retention.turnover_by_month.filter(({ entity, month }) => entity !== 'Bayside' || month >= '2025-12'));
  });

  it('count them with Bayside throughout in today’s structure, as the books have it', () => {
    expectMovements({ structure: 'today' }, truths.retention.turnover_by_month);
  });

  it.each([['system', 'today'], ['as_owned', 'then'], ['Bayside', 'today'], ['Bayside_as_owned', 'then']] as const)('give the turnover that the books have of %s in the structure of %s', (of, structure) => {
    const where: Filter = of.startsWith('Bayside') ? { entity: ['Bayside'] } : {};
    for (const truth of truths.retention.turnover_by_period.filter((one) => one.of === of && one.from > '2024-04-01')) {
      const scope = { structure, where, from: parseIsoMonth(truth.from.slice(0, 7))!, to: parseIsoMonth(truth.to.slice(0, 7))! };
      const annualized = figure('turnover_annualized', scope, 'all').value;
      if (truth.turnover_annualized === null) expect.soft(annualized, truth.from).toBeNull();
      else expect.soft(annualized, truth.from).toBeCloseTo(truth.turnover_annualized, 9);
      // The mean headcount of an entity alone is that of the days on which it was owned, in the books that of all days.
      if (of !== 'Bayside_as_owned') expect.soft(figure('turnover', scope, 'all').value, truth.from).toBeCloseTo(truth.turnover!, 9);
      expect.soft(figure('separations', scope, 'all').value ?? 0, truth.from).toBe(truth.separations);
    }
  });

  it('tell who came, who left and how, as the books have it since the close', () => {
    const page = buildPage(workspace.view(), { briefing: 'retention', page: 'leavers', filters: defaultFilters(workspace.view()) });
    const { separations_by_class: left } = truths.retention.turnover_by_period.find(({ of, from, to }) => of === 'as_owned' && from === '2025-10-01' && to === '2026-09-30')!;
    const steps = new Map((page.chart as BridgeChart).steps.map(({ label, value }) => [label.toLowerCase(), value]));
    for (const [way, count] of Object.entries(left)) expect.soft(steps.get(way), way).toBe(-count);
  });

  it('name the units that people leave early over thirty months, with as many leavers, and none without cause', () => {
    const filters = { ...defaultFilters(workspace.view()), from: '2024-04', to: '2026-09' };
    const { table } = buildPage(workspace.view(), { briefing: 'retention', page: 'retention', filters });
    const hot = table.rows.filter(({ cells }) => JSON.stringify(cells.at(-1)) === '{"text":"hot"}');
    const { planted, also_losing_seats_to_agencies: losing, by_unit: units } = truths.retention.hot_units;
    const names = hot.map(({ id }) => id);
    expect(names).toEqual(expect.arrayContaining(planted));
    expect(names.filter((name) => ![...planted, ...losing].includes(name))).toEqual([]);
    for (const name of planted) {
      const row = table.rows.find(({ id }) => id === name)!;
      expect.soft(row.cells[1], name).toMatchObject({ value: units.find(({ unit }) => unit === name)!.leavers });
    }
  });

  it('say that acquired people stay less long than comparable hires, as planted', () => {
    const page = buildPage(workspace.view(), { briefing: 'retention', page: 'post_close', filters: defaultFilters(workspace.view()) });
    expect(page.title).toMatch(/^People of Bayside stay \d+ days less within \d+ days of the close than comparable hires/);
  });

  it('are the same when the workspace is opened again', { timeout: MINUTES }, () => {
    const ask = () => computeFigures(workspace.view(), [{ metric: 'agency_premium', ...LAST, by: ['job'] }, { metric: 'premium_labor', ...LAST, grain: 'month' }, { metric: 'external_share_cost', ...ALL, by: ['unit'], grain: 'year' }]);
    const before = ask();
    workspace.close();
    workspace = openWorkspace(path, { mode: 'read' });
    expect(ask()).toEqual(before);
  });
});

describe('the workbook of Northlake', () => {
  const sheets = async (briefing: string) => readWorkbook((await writeWorkbook(buildDeck(workspace.view(), { briefing, filters: null, workspace: 'Northlake' }))).bytes);
  const rowOf = (rows: (string | number | null)[][], name: string) => rows.find(([first]) => first === name)!;

  it('has the headline figures of the books as numbers, with what they are divided from', { timeout: MINUTES }, async () => {
    const [contents, who] = await sheets('cfo');
    expect(contents.links[0]).toBe(who.name);
    const { last_12_months: books } = truths;
    const [, share, numerator, denominator] = rowOf(who.rows, 'External share of hours');
    expect(share).toBeCloseTo(books.external_share_hours, 12);
    expect([numerator, denominator]).toEqual([books.external_productive_hours, books.external_productive_hours + books.internal_productive_hours]);
    const [, ofCost, cost] = rowOf(who.rows, 'External share of cost');
    expect(ofCost).toBeCloseTo(books.external_share_cost, 9);
    expect(cost).toBeCloseTo(books.external_cost_cents / 100, 2);
  });

  it('has the months of the books beneath the first chart', { timeout: MINUTES }, async () => {
    const [, { rows }] = await sheets('cfo');
    const start = rows.findIndex(([first]) => first === 'Month') + 1;
    truths.months.slice(-12).forEach(({ month, external_share_hours }, index) => {
      expect(rows[start + index][0]).toBe(formatMonth(month));
      expect.soft(rows[start + index][1], month).toBeCloseTo(external_share_hours, 9);
    });
  });

  it('has the ledger of every extract, with the hash of its file', { timeout: MINUTES }, async () => {
    const { rows } = (await sheets('board')).at(-1)!;
    const at = (head: string) => rows[2].indexOf(head);
    for (const { file, rows_read, accepted, quarantined, duplicates } of truths.extracts) {
      const row = rowOf(rows, file);
      expect(['Rows read', 'Accepted', 'Quarantined', 'Duplicates'].map((head) => row[at(head)]), file).toEqual([rows_read, accepted, quarantined, duplicates]);
      expect(row[at('SHA-256')], file).toBe(createHash('sha256').update(readFileSync(join(SAMPLES_FOLDER, 'northlake', file))).digest('hex'));
    }
  });
});

describe('the crosswalk of Northlake', () => {
  it('is what the suggester would accept unseen, wherever the sample has planted one', () => {
    const { codes } = harmonise(workspace.view(), { domain: 'job', entity: 'Bayside', against: 'Northlake', version: null });
    const safe = codes.filter(({ state, suggestions }) => state === 'one_to_one' && suggestions[0].score >= BULK_ACCEPT_SCORE);
    expect(safe.length).toBeGreaterThanOrEqual(10);
    for (const { code, targets, suggestions } of safe) expect(suggestions[0].code, code).toBe(targets[0].code);
  });

  it('finds one agency under the names that both sides give it', () => {
    const { codes } = harmonise(workspace.view(), { domain: 'supplier', entity: 'Bayside', against: 'Northlake', version: null });
    const names = codes.filter(({ code }) => /crestline/i.test(code));
    expect(names.map(({ code }) => code).sort()).toEqual(['CRESTLINE STAFFING LLC', 'Crestline Staffing LLC']);
    for (const { suggestions } of names) expect(suggestions[0]).toMatchObject({ code: truths.supplier_names.agency, score: 1 });
  });
});
