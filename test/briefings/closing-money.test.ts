import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { BridgeChart, PageModel } from '../../main/contract/page.ts';
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
  return buildPage(view, { briefing: 'integration', page: 'closing_money', filters: defaultFilters(view) });
}

describe('the page on what closing costs', () => {
  it('adds up: steps make up the totals that follow them', () => {
    const { steps } = page().chart as BridgeChart;
    let level = 0;
    for (const { value, total, label } of steps) {
      level = total ? level : level + value;
      if (total) expect(value, label).toBe(level);
    }
    expect(steps.filter(({ total }) => total).map(({ label }) => label)).toEqual(['All costs', 'Costs less savings']);
  });

  it('leads from every gap to its definition and to rows', () => {
    const { steps } = page().chart as BridgeChart;
    const gaps = steps.filter(({ total }) => !total);
    expect(gaps.map(({ label, value, origin }) => [label, value, origin?.definition])).toEqual([
      ['Pay bands', expected.level_up.minimum.cost, 'pay_distance'],
      ['Same-supplier rate gap', expected.supplier_overlap.cost, 'supplier_overlap'],
    ]);
    expect(gaps.every(({ query }) => query !== null)).toBe(true);
  });

  it('lists every way to level pay with its people and its cost, then where the money lies', () => {
    const rows = page().table.rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : cell.value)));
    const { minimum, midpoint, red_circle: above } = expected.level_up;
    expect(rows.slice(0, 3)).toEqual([
      ['Pay: raise to the minimum of the band', minimum.people, minimum.cost],
      ['Pay: raise to the midpoint of the band', midpoint.people, midpoint.cost],
      ['Pay: keep pay above the maximum as it is', above.people, above.cost],
    ]);
    expect(rows).toContainEqual(['Suppliers: Acme Staffing, Inc.', '–', expected.supplier_overlap.cost]);
    expect(page().recommendation!.text).toBe(
      'Raise pay to the minimum of the bands: $47k a year for 15 people; the midpoint would take $169k for 25.',
    );
    expect(page().title).toBe('Closing the gaps of East Medical costs $47k and saves up to $39k a year');
  });

  it('leaves out what is kept apart, and says what has no price', () => {
    expect(page().notices.at(-1)).toMatch(/^Short of the target without a price: policies and credential rules\./);
    const decision = { entity: 'East', of: null, cost: null, score: null, owner: null, due: null, wave: null };
    decideTarget(workspace.store, { ...decision, dimension: 'pay_distance', model: 'apart', reason: 'Own market' });
    decideTarget(workspace.store, {
      ...decision,
      dimension: 'supplier_overlap',
      model: 'apart',
      reason: 'Own contracts',
    });
    expect(page().title).toBe('No gap of East Medical has a price in these extracts');
    expect(page().table.rows).toEqual([]);
  });
});
