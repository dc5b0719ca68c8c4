import { beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import expected from '../golden/alignment/expected.json';
import { runCommand } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const golden = (name: string) => `${import.meta.dirname}/../golden/alignment/${name}.csv`;
const run = async (name: string, ...words: string[]) =>
  (await runCommand(folder, name, '--in', 'deal.muster', ...words)).json;
const promise = (dimension: string, ...words: string[]) =>
  run('target', '--entity', 'East', '--dimension', dimension, '--model', 'acquirer', ...words);
const enter = (title: string, ...words: string[]) =>
  run('synergies', '--title', title, '--owner', 'CFO', '--planned', '50000', '--from', '2025-02', ...words);

function days() {
  const workspace = openWorkspace(`${folder}/deal.muster`, { mode: 'read' });
  const view = workspace.view();
  const page = buildPage(view, { briefing: 'integration', page: 'integration_days', filters: defaultFilters(view) });
  workspace.close();
  return page;
}
const rows = () => days().table.rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : null)));

// The extracts of this case know up to 28 February 2025; East joined on 1 January 2020.
beforeAll(async () => {
  const files = ['entities', 'roster', 'labor', 'shifts', 'crosswalk', 'bands', 'policies'].map(golden);
  await runCommand(folder, 'import', ...files, '--into', 'deal.muster');
});

describe('waves of an integration', () => {
  it('are planned by name and day, and moved with all that is promised by them', async () => {
    await run('wave', '--name', 'Suppliers first', '--due', '2025-06-30');
    await run('wave', '--name', 'Rules', '--due', '2025-03-31');
    await promise('supplier_overlap', '--wave', 'Suppliers first');
    await promise('credential_overlap', '--wave', 'Rules', '--owner', 'Quality');
    const { waves } = await run('wave', '--name', 'Rules', '--due', '2025-01-31');
    expect(waves).toEqual([
      {
        name: 'Rules',
        due: '2025-01-31',
        members: [{ kind: 'target', entity: 'East', dimension: 'credential_overlap' }],
      },
      {
        name: 'Suppliers first',
        due: '2025-06-30',
        members: [{ kind: 'target', entity: 'East', dimension: 'supplier_overlap' }],
      },
    ]);
  });

  it('say what is late by the last day of the extracts, and what is still open', () => {
    expect(rows()).toEqual([
      ['Rules', 'after day 365', '31 Jan 2025', '', '0 of 1 done, 1 late'],
      ['Credential rules', 'after day 365', '31 Jan 2025', 'Quality', '33 of 90: late'],
      ['Suppliers first', 'after day 365', '30 Jun 2025', '', '0 of 1 done'],
      ['Suppliers', 'after day 365', '30 Jun 2025', 'no owner', '67 of 90'],
      ['Policies', '–', 'no date', 'no owner', expect.stringMatching(/ of 90$/)],
    ]);
    expect(days().title).toMatch(/, 1 of them past the date that was promised$/);
  });

  it('call done what is measured to have reached its target, and neither what chance explains', async () => {
    expect(Math.floor(expected.scores.supplier_overlap)).toBeGreaterThan(60);
    await promise('supplier_overlap', '--score', '60', '--wave', 'Rules');
    await promise('pay_distance', '--score', '100', '--wave', 'Rules');
    expect(rows().slice(0, 4)).toEqual([
      ['Rules', 'after day 365', '31 Jan 2025', '', '1 of 3 done, 1 late, 1 not known'],
      ['Credential rules', 'after day 365', '31 Jan 2025', 'Quality', '33 of 90: late'],
      ['Suppliers', 'after day 365', '31 Jan 2025', 'no owner', '67 of 60: done'],
      ['Pay', 'after day 365', '31 Jan 2025', 'no owner', expect.stringMatching(/ of 100, not told from chance$/)],
    ]);
  });

  it('keep the day of a target where it has one of its own', async () => {
    await promise('credential_overlap', '--wave', 'Rules', '--due', '2025-12-31');
    const row = rows().find(([label]) => label === 'Credential rules');
    expect(row).toEqual(['Credential rules', 'after day 365', '31 Dec 2025', 'no owner', '33 of 90']);
  });

  it('take synergies as well, and lose one that is struck out, whose number another may get', async () => {
    await enter('Agencies', '--metric', 'labor_cost', '--wave', 'Suppliers first');
    const agencies = () => rows().filter(([label]) => label === 'Agencies' || label === 'Others');
    expect(agencies()).toEqual([['Agencies', 'after day 365', '30 Jun 2025', 'CFO', 'not measured']]);
    await run('synergies', '--strike', '1');
    await enter('Others', '--metric', 'labor_cost');
    expect(agencies()).toEqual([]);
  });

  it('are refused by a name that nobody planned, before anything is decided', async () => {
    await expect(promise('retention', '--wave', 'Wave 9')).rejects.toMatchObject({
      code: 'unknown_wave',
      message: expect.stringContaining('there is Rules, Suppliers first'),
    });
    const { targets } = await run('target');
    expect(targets.map(({ dimension }: { dimension: string }) => dimension)).not.toContain('retention');
    await expect(run('wave', '--name', 'Wave 9', '--due', 'soon')).rejects.toMatchObject({ code: 'usage' });
    await expect(run('wave', '--strike', 'Wave 9')).rejects.toMatchObject({ code: 'unknown_wave' });
    expect((await run('wave', '--strike', 'Rules')).waves).toMatchObject([{ name: 'Suppliers first' }]);
  });
});
