import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceRows } from '../../main/analyses/alignment/evidence-rows.ts';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { Filter } from '../../main/contract/figure.ts';
import type { DotsChart, PageModel } from '../../main/contract/page.ts';
import { UNDECIDED_JOBS } from '../../main/contract/undecided-jobs.ts';
import { figureFor } from '../../main/metrics/figures.ts';
import { decideTarget } from '../../main/workspace/alignment-targets.ts';
import type { AlignmentTarget } from '../../main/contract/decisions.ts';
import { enterSynergy } from '../../main/workspace/synergy-ledger.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import expected from '../golden/alignment/expected.json';
import { openDeal } from '../support/deal.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const golden = (name: string) => `${import.meta.dirname}/../golden/alignment/${name}.csv`;
let workspace: Workspace;

beforeAll(async () => {
  workspace = await openDeal();
});
afterAll(() => workspace.close());

function page(where: Filter = {}, sides?: string[]): PageModel {
  const view = workspace.view();
  const filters = { ...defaultFilters(view), where, ...(sides && { sides }) };
  return buildPage(view, { briefing: 'integration', page: 'alignment', filters });
}

const rowsOf = ({ chart }: PageModel) => new Map((chart as DotsChart).rows.map((row) => [row.label, row]));
const decide = (dimension: string, parts: Partial<AlignmentTarget>) =>
  decideTarget(workspace.store, {
    entity: 'East',
    dimension,
    model: 'acquirer',
    of: null,
    cost: null,
    score: null,
    owner: null,
    due: null,
    reason: null,
    wave: null,
    ...parts,
  });

describe('the alignment page', () => {
  it('opens with the entity acquired last, its dots as measured, highest first', () => {
    const model = page();
    const rows = rowsOf(model);
    expect(rows.get('Pay')!.now).toBeCloseTo(expected.scores.pay_distance, 8);
    expect(rows.get('Suppliers')!.now).toBeCloseTo(expected.scores.supplier_overlap, 8);
    const scores = [...rows.values()].flatMap(({ now }) => now ?? []);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    // Four more are measured, and so few sites could show no difference on them: they are no match.
    expect(model.title).toMatch(
      /^\d+ months after close East Medical matches West Health on 1 of 4 dimensions; closing the gaps costs \$47k a year and affects 41 people$/,
    );
  });

  it('says what undecided jobs are taken for, and where so few sites could tell nothing', () => {
    const notices = page().notices.join(' ');
    // Every job of East is decided on; RN, CNA and MGR of West are not.
    expect(notices).not.toContain(UNDECIDED_JOBS);
    expect(page({ entity: ['West', 'East'] }).notices).toContainEqual(`3 jobs are not decided on. ${UNDECIDED_JOBS}`);
    // Three sites of eight can be chosen in 56 ways; the least p of four tests would have to be 1 in 80.
    expect(notices).toContain(
      'So few sites that no difference, however large, could be told from chance: pay, worker mix, scheduling, span of control.',
    );
  });

  it('gives a band to distances alone, from the score of the noise floor to the top', () => {
    const rows = rowsOf(page());
    for (const label of ['Policies', 'Credential rules', 'Suppliers', 'Job architecture'])
      expect(rows.get(label)).toMatchObject({ band: null, interval: null });
    const pay = rows.get('Pay')!;
    expect(pay.band!.to).toBe(100);
    expect(pay.band!.from).toBeGreaterThan(pay.now!);
    expect(rows.get('Deployment')).toMatchObject({ now: null, absence: 'not measured: needs labor', band: null });
  });

  it('leads from a dot to its definition and to the rows that it is measured from, also where these are rules', () => {
    const rows = rowsOf(page());
    const rules = rows.get('Policies')!;
    expect(rules.origin).toMatchObject({ definition: 'policy_variance', rowsOnly: true });
    const beneath = evidenceRows(workspace.view(), { query: rules.query!, offset: 0, limit: 99 });
    const written = readFileSync(golden('policies'), 'utf8').split('\n');
    expect(beneath.total).toBe(written.filter((line) => line.startsWith('East,')).length);
    expect(beneath.rows[0]).toMatchObject({ file: 'policies.csv', line: 2, entity: 'East' });
    expect(rows.get('Pay')!.origin).toMatchObject({ definition: 'pay_distance', rowsOnly: false });
    expect(rows.get('Pay')!.origin!.basis).toMatch(/^Pay distance: \$\d/);
    for (const { query, now, origin } of rows.values()) {
      // The roster of this case ends years before its hours, so that nobody can be counted in them.
      if (query === null || now === null || query.metric === 'headcount' || origin!.rowsOnly) continue;
      const figure = figureFor(workspace.view(), query);
      expect(figure, query.metric).toMatchObject({ metric: query.metric, absence: null });
      expect(figure.rows).toBeGreaterThan(0);
    }
    expect(rows.get('Suppliers')!.query).toMatchObject({
      metric: 'labor_cost',
      where: { entity: ['East'], worker_class: ['external'] },
    });
  });

  it('lists what it takes to close, dearest first, and recommends one thing', () => {
    const { table, recommendation } = page();
    const costs = table.rows.flatMap(({ cells }) => ('value' in cells[2] ? Math.abs(cells[2].value!) : 0));
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect(costs.slice(0, 2)).toEqual([expected.level_up.minimum.cost, -expected.supplier_overlap.cost]);
    expect(recommendation!.text).toMatch(/^Renegotiate .* It pays for 84% of levelling pay/);
    // Every number leads to its definition, to how it was worked out, and to rows.
    const numbers = table.rows.flatMap(({ cells }) => cells.filter((cell) => 'value' in cell));
    expect(numbers.length).toBeGreaterThan(3);
    for (const cell of numbers)
      expect(cell).toMatchObject({ query: {}, origin: { definition: expect.any(String), basis: expect.any(String) } });
    expect(recommendation).toMatchObject({ query: {}, origin: { definition: 'supplier_overlap' } });
    // Narrow spans are not stated: chance explains them with so few sites.
    expect(table.rows.map(({ id }) => id)).not.toContain('narrow_spans');
  });

  it('shows who answers for a gap, and lists what is kept apart without scoring it', () => {
    decide('supplier_overlap', { owner: 'Procurement', due: '2025-06-30' });
    decide('policy_variance', { model: 'apart', owner: 'HR', reason: 'Own union' });
    decide('credential_overlap', { cost: 2_500_000, owner: 'Quality' });
    const model = page();
    expect(model.table.rows.find(({ id }) => id === 'rate_gap')!.cells.at(-1)).toEqual({
      text: 'Procurement, 30 Jun 2025',
    });
    // What nothing measures may be stated, and is marked as such.
    expect(model.table.rows.find(({ id }) => id === 'credentials')!.cells).toMatchObject([
      { text: expect.stringMatching(/\(cost as Quality states it\)$/) },
      { text: '–' },
      { value: 2_500_000 },
      { text: 'Quality' },
    ]);
    expect(model.table.rows.at(-1)).toMatchObject({
      id: 'apart policy_variance',
      remainder: true,
      cells: [{ text: 'Policies, kept apart by intent: Own union' }, {}, { text: 'out of score' }, { text: 'HR' }],
    });
    expect(rowsOf(model).get('Policies')).toMatchObject({ now: null, absence: 'kept apart by decision' });
    expect(model.title).toMatch(/of 3 dimensions/);
  });

  it('follows the entity of the filter, and says that it follows no other filter', () => {
    const turned = page({ entity: ['West', 'East'], site: ['W1'] });
    expect(turned.title).toMatch(/^West Health matches East Medical on/);
    expect(turned.notices.join(' ')).toMatch(/filter by site is not followed/);
    expect(page({ entity: ['West'] })).toMatchObject({
      title: 'No entity is held against a target model yet',
      notices: ['No extract says who owns West Health: choose above whom to hold it against.'],
    });
  });

  it('holds against one another whom the reader chose, in that order and before any filter', () => {
    const chosen = page({ entity: ['East'] }, ['West', 'East']);
    expect(chosen.title).toMatch(/^West Health matches East Medical on/);
    expect(chosen.scope).toMatch(/, West Health against East Medical$/);
    expect(chosen.sides).toEqual({
      chosen: [
        { code: 'West', name: 'West Health' },
        { code: 'East', name: 'East Medical' },
      ],
      most: 2,
    });
    expect(page({}, ['West']).sides!.chosen).toEqual([{ code: 'West', name: 'West Health' }]);
    expect(page().sides!.chosen.map(({ code }) => code)).toEqual(['East', 'West']);
  });

  it('counts days from the close, names what is open by its date, and asks for owners', () => {
    const view = workspace.view();
    const model = buildPage(view, { briefing: 'integration', page: 'integration_days', filters: defaultFilters(view) });
    // 1 January 2020 to 28 February 2025 is 1,885 days; suppliers were promised by 30 June 2025, after day 365.
    expect(model.title).toBe('On day 1,885 East Medical is short of its target on 2 of 7 dimensions');
    expect(model.table.rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : null)))).toEqual([
      ['Suppliers', '30 Jun 2025, day 2,007', 'Procurement', '67 of 90'],
      ['Credential rules', 'no date', 'Quality', '33 of 90'],
    ]);
    expect(model.recommendation!.text).toMatch(/^Name an owner and a date for credential rules:/);
    const { chart } = model;
    if (chart.kind !== 'heat') throw new Error(chart.kind);
    expect(chart.rows.find(({ label }) => label === 'Policies')!.cells[0]).toMatchObject({ absence: 'kept apart' });
    expect(chart.rows.find(({ label }) => label === 'Pay')!.cells.at(-1)!.value).toBeCloseTo(
      expected.scores.pay_distance,
      8,
    );
  });

  it('lists the ledger of synergies with what their metrics show', () => {
    const where = { entity: ['East'], worker_class: ['external'] };
    const plan = { planned: 5_000_000, oneOff: 100_000, from: '2025-02', metric: 'labor_cost', where };
    const entry = { owner: 'CFO', wave: null, ...plan };
    enterSynergy(workspace.store, { title: 'Acme', ...entry });
    enterSynergy(workspace.store, { title: 'Agencies', ...entry, planned: 9_000_000, where: {} });
    const view = workspace.view();
    const model = buildPage(view, { briefing: 'integration', page: 'synergies', filters: defaultFilters(view) });
    expect(model.title).toBe('None of 2 synergies shows more than noise; $90k a year is planned');
    expect(model.table.rows[0].cells[0]).toEqual({
      text: '1. Acme: Labour cost since Feb 2025, entity East, worker class external',
    });
    expect(model.table.rows.at(-1)!.cells.map((cell) => ('text' in cell ? cell.text : null))).toEqual([
      'All, each saving once',
      '',
      '$90k',
      'not measured',
      '$2k',
    ]);
    expect(model.notices[0]).toMatch(/^2 entries count the same saving/);
    expect(model.decide).toEqual([{ part: 'synergies', command: null }]);
  });
});
