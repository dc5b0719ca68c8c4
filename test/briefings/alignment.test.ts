import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { Filter } from '../../main/contract/figure.ts';
import type { DotsChart, PageModel } from '../../main/contract/page.ts';
import { decideTarget } from '../../main/workspace/alignment-targets.ts';
import type { AlignmentTarget } from '../../main/workspace/alignment-targets.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import expected from '../golden/alignment/expected.json';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const golden = (name: string) => `${import.meta.dirname}/../golden/alignment/${name}.csv`;
let workspace: Workspace;

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/deal.muster`);
  for (const name of ['entities', 'roster', 'labor', 'shifts', 'crosswalk', 'bands', 'policies'])
    await importFile(workspace, golden(name));
});
afterAll(() => workspace.close());

function page(where: Filter = {}): PageModel {
  const view = workspace.view();
  const filters = { ...defaultFilters(view), where };
  return buildPage(view, { briefing: 'integration', page: 'alignment', filters });
}

const rowsOf = ({ chart }: PageModel) => new Map((chart as DotsChart).rows.map((row) => [row.label, row]));
const decide = (dimension: string, parts: Partial<AlignmentTarget>) =>
  decideTarget(workspace.store, {
    entity: 'East',
    dimension,
    model: 'acquirer',
    of: null,
    score: null,
    owner: null,
    due: null,
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
    expect(model.title).toMatch(
      /^\d+ months after close East Medical matches West Health on 5 of 8 dimensions; closing the gaps costs \$47k a year and affects 41 people$/,
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

  it('lists what it takes to close, dearest first, and recommends one thing', () => {
    const { table, recommendation } = page();
    const costs = table.rows.flatMap(({ cells }) => ('value' in cells[2] ? Math.abs(cells[2].value!) : 0));
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect(costs.slice(0, 2)).toEqual([expected.level_up.minimum.cost, -expected.supplier_overlap.cost]);
    expect(recommendation!.text).toMatch(/^Renegotiate .* It pays for 84 % of levelling pay/);
    // Narrow spans are not stated: chance explains them with so few sites.
    expect(table.rows.map(({ id }) => id)).not.toContain('narrow_spans');
  });

  it('shows who answers for a gap and when, and lists what is kept apart without scoring it', () => {
    decide('supplier_overlap', { owner: 'Procurement', due: '2025-06-30' });
    decide('policy_variance', { model: 'apart', owner: 'HR' });
    const model = page();
    expect(model.table.rows.find(({ id }) => id === 'rate_gap')!.cells.slice(3)).toEqual([
      { text: 'Procurement' },
      { text: '30 Jun 2025' },
    ]);
    expect(model.table.rows.at(-1)).toMatchObject({
      id: 'apart policy_variance',
      remainder: true,
      cells: [{ text: 'Policies, kept apart by intent' }, {}, { text: 'out of score' }, { text: 'HR' }, {}],
    });
    expect(rowsOf(model).get('Policies')).toMatchObject({ now: null, absence: 'kept apart by decision' });
    expect(model.title).toMatch(/of 7 dimensions/);
  });

  it('follows the entity of the filter, and says that it follows no other filter', () => {
    const turned = page({ entity: ['West', 'East'], site: ['W1'] });
    expect(turned.title).toMatch(/^West Health matches East Medical on/);
    expect(turned.notices.join(' ')).toMatch(/filter by site is not followed/);
    expect(page({ entity: ['West'] })).toMatchObject({
      title: expect.stringMatching(/^There is no acquired entity/),
      notices: [expect.stringMatching(/name the target model/)],
    });
  });
});
