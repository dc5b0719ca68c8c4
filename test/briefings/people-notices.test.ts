import { expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { workspaceWith } from '../support/people.ts';

allowForStorage();

it('names the first limit of the rosters on a page about people, and where the others are', async () => {
  const heads = (date: string, count: number) => Array.from({ length: count }, (_, i) => `${date},W${i},Hill,ICU`);
  const rows = ['snapshot_date,worker_id,entity,unit', ...heads('2025-01-31', 30), ...heads('2025-02-28', 24)];
  const workspace = await workspaceWith(testFolder(), rows);
  const view = workspace.view();
  const { limits } = workforceOf(view);
  // How far apart the snapshots are; no hire dates; no worker types; no reasons of the six who left.
  expect(limits).toHaveLength(4);
  const noticesOf = (page: string) =>
    buildPage(view, { briefing: 'retention', page, filters: defaultFilters(view) }).notices;
  for (const page of ['retention', 'cohorts', 'leavers', 'cost_of_leaving'])
    expect(noticesOf(page), page).toContain(
      `${limits[0]} 3 more limits of the rosters are on the page “Can we trust this”.`,
    );
  expect(noticesOf('trust')).toEqual(expect.arrayContaining([...limits]));
  workspace.close();
});
