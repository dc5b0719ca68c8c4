import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { PageModel, SeriesChart } from '../../main/contract/page.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

/** East, which West bought in February, takes over one of West's four rules in April; both employ one person. */
beforeAll(async () => {
  workspace = openWorkspace(`${folder}/deal.muster`);
  const rules = ['a', 'b', 'c', 'd'].flatMap((attribute) => [
    `West,pay,${attribute},1,2020-01-01`,
    `East,pay,${attribute},2,2020-01-01`,
  ]);
  const labor = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'].flatMap((day) =>
    ['East', 'West'].map((entity) => `${entity}1,${day},${entity},${entity} site,regular,8,employee_full_time`),
  );
  const files = {
    entities: csv('entity_id,parent,close_date,name', 'West,,,West', 'East,West,2025-02-01,East'),
    policies: csv('entity,area,attribute,value,valid_from', ...rules, 'East,pay,a,1,2025-04-01'),
    labor: csv('worker_id,work_date,entity,site,pay_code,hours,worker_type', ...labor),
  };
  for (const [name, text] of Object.entries(files)) await importFile(workspace, writeInto(folder, `${name}.csv`, text));
});
afterAll(() => workspace.close());

function page(): PageModel {
  const view = workspace.view();
  return buildPage(view, { briefing: 'integration', page: 'is_it_closing', filters: defaultFilters(view) });
}

const cells = ({ table }: PageModel, id: string) =>
  table.rows.find((row) => row.id === id)!.cells.map((cell) => ('text' in cell ? cell.text : cell.value));

describe('the page on whether the gap closes', () => {
  it('holds the month of the close against now, dimension by dimension', () => {
    const model = page();
    // Four rules in conflict at the close, three of four from April on.
    expect(cells(model, 'policy_variance')).toEqual(['Policies', 0, 25, 25]);
    expect(cells(model, 'mix_distance')).toEqual(['Worker mix', 100, 100, 0]);
    const chart = model.chart as SeriesChart;
    expect(chart.months).toEqual(['2025-02', '2025-03', '2025-04', '2025-05']);
    expect(chart.series.find(({ id }) => id === 'policy_variance')!.actual).toEqual([0, 0, 25, 25]);
  });

  it('names facts that moved, and no index where too few dimensions are known', () => {
    const { title, chart } = page();
    expect(title).toBe('How East moved towards West has no index; policies went from 0 to 25');
    expect(chart.subtitle).toBe('Too few dimensions are known throughout for an index');
  });

  it('leads from a score at the close to the rows of that time', () => {
    const row = page().table.rows.find(({ id }) => id === 'mix_distance')!;
    expect(row.cells[1]).toMatchObject({ query: { to: '2025-02' }, origin: { definition: 'mix_distance' } });
    expect(row.cells[2]).toMatchObject({ query: { to: '2025-05' } });
  });
});
