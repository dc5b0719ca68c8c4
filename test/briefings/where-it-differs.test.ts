import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { PageModel, PairsChart } from '../../main/contract/page.ts';
import { decideTarget } from '../../main/workspace/alignment-targets.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import expected from '../golden/alignment/expected.json';
import { openDeal } from '../support/deal.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openDeal();
});
afterAll(() => workspace.close());

function page(): PageModel {
  const view = workspace.view();
  return buildPage(view, { briefing: 'integration', page: 'where_it_differs', filters: defaultFilters(view) });
}

const barsOf = ({ chart }: PageModel) => (chart as PairsChart).bars.map(({ label, values }) => [label, values[0]]);

describe('the page on where entities differ', () => {
  it('shows whom each difference affects, most people first, with a way to the definition', () => {
    const model = page();
    expect(barsOf(model)[0]).toEqual(['Policies', expected.policy_variance.people]);
    const people = (model.chart as PairsChart).bars.map(({ values }) => values[0]!);
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    expect((model.chart as PairsChart).bars[0].origin?.definition).toBe('policy_variance');
    expect(model.title).toBe('1 of 3 differences affects more than half of the 41 people of East Medical');
  });

  it('sets the cells that drive a difference side by side, those with a price first', () => {
    const { rows, columns } = page().table;
    expect(columns.slice(1, 3).map(({ label }) => label)).toEqual(['East Medical', 'West Health']);
    const cells = rows.map(({ cells: row }) => row.map((cell) => ('text' in cell ? cell.text : cell.value)));
    const suppliers = cells.filter(([label]) => String(label).startsWith('Suppliers: '));
    expect(suppliers).toHaveLength(2);
    expect(suppliers[0]).toEqual(
      expect.arrayContaining(['Suppliers: Acme Staffing, Inc.', expected.supplier_overlap.cost]),
    );
  });

  it('asks for an owner of what affects most people, until somebody is named', () => {
    expect(page().recommendation!.text).toBe(
      'Settle policies first: nobody answers for it, and it affects most people, 41.',
    );
    decideTarget(workspace.store, {
      entity: 'East',
      dimension: 'policy_variance',
      model: 'acquirer',
      of: null,
      cost: null,
      score: null,
      owner: 'HR',
      due: null,
      reason: null,
      wave: null,
    });
    expect(page().recommendation?.text ?? '').not.toMatch(/^Settle policies/);
  });
});
