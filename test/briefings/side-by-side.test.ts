import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { Filter } from '../../main/contract/figure.ts';
import type { MultiplesChart } from '../../main/contract/page.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

/** Four sites of East, five of West and one of South; East buys four times the agency hours, overtime is alike. */
const SITES: [entity: string, site: string][] = [
  ...[1, 2, 3, 4].map((n): [string, string] => ['East', `E${n}`]),
  ...[1, 2, 3, 4, 5].map((n): [string, string] => ['West', `W${n}`]),
  ['South', 'S1'],
];

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/w.muster`);
  const lines = SITES.flatMap(([entity, site], at) => {
    const line = (worker: string, type: string, code: string, hours: number) =>
      `${site}${worker},2025-01-31,${entity},${site},${type},${code},${hours},2025-01-01`;
    return [
      line('a', 'employee_full_time', 'regular', 200 + 7 * at),
      line('b', 'employee_full_time', 'overtime', 10 + ((3 * at) % 5)),
      line('c', 'agency', 'regular', entity === 'East' ? 100 + at : 20 + at),
    ];
  });
  const header = 'worker_id,work_date,entity,site,worker_type,pay_code,hours,period_start';
  await importFile(workspace, writeInto(folder, 'labor.csv', csv(header, ...lines)));
  const entities = csv('entity_id,name,parent,close_date', 'West,West Health,,', 'East,East Medical,West,2025-01-01');
  await importFile(workspace, writeInto(folder, 'entities.csv', entities));
});
afterAll(() => workspace.close());

function page(where: Filter = {}, sides?: string[]) {
  const filters = { ...defaultFilters(workspace.view()), where, ...(sides && { sides }) };
  const model = buildPage(workspace.view(), { briefing: 'integration', page: 'side_by_side', filters });
  return { ...model, chart: model.chart as MultiplesChart };
}

describe('entities side by side', () => {
  it('begins with the entity acquired last, then those with most hours, on the definitions of every other page', () => {
    const { chart } = page();
    expect(chart.groups.map(({ label }) => label)).toEqual(['East Medical', 'West Health', 'South']);
    const [external] = chart.panels;
    // East: Σ agency ÷ Σ all productive hours of its four sites.
    const [own, overtime, agency] = [200 + 207 + 214 + 221, 10 + 13 + 11 + 14, 100 + 101 + 102 + 103];
    expect(external.values[0].value).toBeCloseTo(agency / (own + overtime + agency), 12);
    expect(external.values[0].query).toMatchObject({ metric: 'external_share_hours', where: { entity: ['East'] } });
  });

  it('says where chance explains a difference, and where it does not', () => {
    const { chart, title, table } = page();
    // 210 ways to choose four sites of ten; East's are the four with most agency hours.
    expect(chart.panels.map(({ title: measure, note }) => [measure, note])).toEqual([
      ['External share of hours', 'East Medical stands apart'],
      ['Overtime share of own productive hours', 'no detectable difference'],
    ]);
    expect(title).toBe('East Medical stands apart from the others on 1 of 2 measures; the rest could be chance');
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual([
      { text: 'East Medical stands apart' },
      { text: 'no detectable difference' },
    ]);
  });

  it('compares two that the filter names, and says when sites are too few', () => {
    const { chart, title, table } = page({ entity: ['South', 'West'] });
    expect(chart.groups.map(({ label }) => label)).toEqual(['South', 'West Health']);
    expect(chart.panels[0].note).toBe('too few sites to tell');
    expect(title).toMatch(/too few sites to tell any difference from chance$/);
    // Nothing was tested, so nothing was corrected for.
    expect(table.subtitle).not.toContain('corrected');
    expect(page().table.subtitle).toContain('corrected for 2 measures');
  });

  it('compares those whom the reader chose, names the other of two, and takes a parent without what stands beside it', () => {
    const { chart, title, table, sides } = page({}, ['East', 'West']);
    expect(sides).toMatchObject({ chosen: [{ name: 'East Medical' }, { name: 'West Health' }], most: 6 });
    // West owns East: beside it, it is the rest, by its own five sites.
    expect(chart.panels[0].values[1].query!.where).toEqual({ entity: ['West'] });
    expect(title).toBe('East Medical stands apart from West Health on 1 of 2 measures; the rest could be chance');
    expect(table.columns.map(({ label }) => label)).toEqual(['Measure', 'East Medical', 'West Health', 'Verdict']);
  });

  it('says of every measure that nobody has which extract would tell', () => {
    expect(page().notices.join()).toMatch(/Turnover a year \(needs roster\)/);
  });
});
