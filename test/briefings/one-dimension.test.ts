import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

/** Outside hours of a hundred at the seven homes of each chain: Alpha and Gamma alike, Beta far above, Delta a little, Epsilon by chance. */
const OUTSIDE: Record<string, number[]> = {
  Alpha: [1, 3, 2, 4, 2, 3, 1],
  Beta: [60, 50, 55, 65, 58, 61, 57],
  Gamma: [2, 1, 3, 3, 2, 4, 1],
  Delta: [5, 6, 5, 6, 5, 6, 5],
  Epsilon: [1, 3, 2, 4, 2, 3, 3],
};

beforeAll(async () => {
  workspace = openWorkspace(`${folder}/w.muster`);
  const homes = Object.entries(OUTSIDE).flatMap(([chain, hours]) =>
    hours.map((outside, at) => ({ chain, home: `${chain}${at}`, outside })),
  );
  const hours = homes.map(({ home, outside }) => `${home},2025-01-31,${100 - outside},${outside}`);
  await importFile(
    workspace,
    writeInto(folder, 'staffing.csv', csv('site,work_date,internal_hours,external_hours', ...hours)),
  );
  const owners = homes.map(({ chain, home }) => `${home},${home},${chain}`);
  await importFile(workspace, writeInto(folder, 'entities.csv', csv('entity_id,name,parent', ...owners)));
});
afterAll(() => workspace.close());

const pageOf = (page: string, ...sides: string[]) => {
  const view = workspace.view();
  return buildPage(view, { briefing: 'integration', page, filters: { ...defaultFilters(view), sides } });
};
const titleOf = (...sides: string[]) => pageOf('alignment', ...sides).title;

it('a title that rests on one dimension of ten names it, with its score, and never says that all is well', () => {
  const rest = 'of 100; the other 9 dimensions cannot be judged from these extracts';
  // Distances of 2.3 % against 58 %, 2.3 % and 5.4 % outside hours, base 2, worked out in Python: 0.5601, 0 and 0.0703.
  expect(titleOf('Alpha', 'Beta')).toBe(`Alpha falls short of Beta on worker mix, at 44 ${rest}`);
  expect(titleOf('Alpha', 'Gamma')).toBe(`Alpha cannot be told from Gamma on worker mix, at 100 ${rest}`);
  expect(titleOf('Alpha', 'Delta')).toBe(`Alpha comes within its target of Delta on worker mix, at 93 ${rest}`);
});

it('what is more than noise and within its target is not called noise, and every page says which extracts are lacking', () => {
  expect(pageOf('where_it_differs', 'Alpha', 'Delta').title).toBe(
    'Nothing that is measured shows Alpha short of Delta by more than noise',
  );
  for (const page of ['alignment', 'where_it_differs', 'closing_money'])
    expect(pageOf(page, 'Alpha', 'Delta').notices, page).toContain(
      'Not measured for want of extracts: crosswalk, invoices, labor, policies, roster, shifts.',
    );
});

it('names the classes of workers in words, whether there is something to close or not', () => {
  const cells = (page: string, other: string) =>
    pageOf(page, 'Alpha', other).table.rows.map(({ cells: [first] }) => first);
  expect(cells('where_it_differs', 'Beta')).toContainEqual({ text: 'Worker mix: External' });
  expect(cells('alignment', 'Epsilon')).toContainEqual({ text: 'Worker mix: External' });
});
