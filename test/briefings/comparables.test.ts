import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparables } from '../../main/briefings/comparables.ts';
import { groupsOf } from '../../main/briefings/sides-compared.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;

/** Facilities that are entities themselves: a big and a small one of Chain, one of Group, one that nobody owns. */
beforeAll(async () => {
  workspace = openWorkspace(`${folder}/w.muster`);
  const hours = ['A1,2025-01-31,500,0', 'A2,2025-01-31,100,0', 'B1,2025-01-31,400,50', 'C1,2025-01-31,300,0'];
  await importFile(
    workspace,
    writeInto(folder, 'staffing.csv', csv('site,work_date,internal_hours,external_hours', ...hours)),
  );
  const entities = ['A1,Alpha Home,Chain', 'A2,Abbey,Chain', 'B1,Beach House,Group', 'C1,Corner House,'];
  await importFile(workspace, writeInto(folder, 'entities.csv', csv('entity_id,name,parent', ...entities)));
});
afterAll(() => workspace.close());

describe('those that can be compared', () => {
  it('are chains and facilities alike, most hours first, with who owns whom', () => {
    expect(comparables(workspace.view())).toEqual([
      { code: 'Chain', name: 'Chain', owner: null, owned: 2 },
      { code: 'A1', name: 'Alpha Home', owner: 'Chain', owned: 0 },
      { code: 'B1', name: 'Beach House', owner: 'Group', owned: 0 },
      { code: 'Group', name: 'Group', owner: null, owned: 1 },
      { code: 'C1', name: 'Corner House', owner: null, owned: 0 },
      { code: 'A2', name: 'Abbey', owner: 'Chain', owned: 0 },
    ]);
  });

  it('are found by owner where they are whole, by site where they are a facility or lack one', () => {
    const whereOf = (...codes: string[]) => groupsOf(workspace.view(), codes).map(({ where }) => where);
    expect(whereOf('Chain', 'Group')).toEqual([{ owner: ['Chain'] }, { owner: ['Group'] }]);
    expect(whereOf('A2', 'Chain')).toEqual([{ site: ['A2'] }, { site: ['A1', 'Chain'] }]);
    expect(whereOf('C1', 'B1')).toEqual([{ site: ['C1'] }, { site: ['B1'] }]);
    expect(() => whereOf('Chain', 'Nobody')).toThrow('"Nobody" is neither an entity');
  });
});
