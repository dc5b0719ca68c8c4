import { beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import { parseArguments } from '../../main/commands/parse-arguments.ts';
import { COMMANDS } from '../../main/commands/registry.ts';
import expected from '../golden/alignment/expected.json';
import { commandContext, runCommand } from '../support/commands.ts';
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
        targets: [{ entity: 'East', dimension: 'credential_overlap', label: 'Credential rules of East Medical' }],
        synergies: [],
      },
      {
        name: 'Suppliers first',
        due: '2025-06-30',
        targets: [{ entity: 'East', dimension: 'supplier_overlap', label: 'Suppliers of East Medical' }],
        synergies: [],
      },
    ]);
  });

  it('say what is late by the last day of the extracts, and what is still open', () => {
    expect(rows()).toEqual([
      ['Rules', '31 Jan 2025, day 1,857', '', '0 of 1 done, 1 late'],
      ['Credential rules', '31 Jan 2025, day 1,857', 'Quality', '33 of 90: late'],
      ['Suppliers first', '30 Jun 2025, day 2,007', '', '0 of 1 done'],
      ['Suppliers', '30 Jun 2025, day 2,007', 'no owner', '67 of 90'],
      ['In no wave', '', '', '0 of 1 done'],
      ['Policies', 'no date', 'no owner', expect.stringMatching(/ of 90$/)],
    ]);
    expect(days().table.rows.map(({ heads }) => heads ?? false)).toEqual([true, false, true, false, true, false]);
    expect(days().decide?.map(({ part }) => part)).toEqual(['targets', 'waves']);
    expect(days().title).toMatch(/, 1 of them past the date that was promised$/);
  });

  it('call done what is measured to have reached its target, and neither what chance explains', async () => {
    expect(Math.floor(expected.scores.supplier_overlap)).toBeGreaterThan(60);
    await promise('supplier_overlap', '--score', '60', '--wave', 'Rules');
    await promise('pay_distance', '--score', '100', '--wave', 'Rules');
    expect(rows().slice(0, 4)).toEqual([
      ['Rules', '31 Jan 2025, day 1,857', '', '1 of 3 done, 1 late, 1 not known'],
      ['Pay', '31 Jan 2025, day 1,857', 'no owner', expect.stringMatching(/ of 100, not told from chance$/)],
      ['Credential rules', '31 Jan 2025, day 1,857', 'Quality', '33 of 90: late'],
      ['Suppliers', '31 Jan 2025, day 1,857', 'no owner', '67 of 60: done'],
    ]);
  });

  it('keep the day of a target where it has one of its own', async () => {
    await promise('credential_overlap', '--wave', 'Rules', '--due', '2025-12-31');
    const row = rows().find(([label]) => label === 'Credential rules');
    expect(row).toEqual(['Credential rules', '31 Dec 2025, day 2,191', 'no owner', '33 of 90']);
  });

  it('take synergies as well, and lose one that is struck out, whose number another may get', async () => {
    await enter('Agencies', '--metric', 'labor_cost', '--wave', 'Suppliers first');
    const agencies = () => rows().filter(([label]) => label === 'Agencies' || label === 'Others');
    expect(agencies()).toEqual([['Agencies', '30 Jun 2025, day 2,007', 'CFO', 'not measured']]);
    await run('synergies', '--strike', '1');
    expect(agencies()).toEqual([]);
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
    await expect(run('wave', '--name', 'Wave 9', '--rename', 'Wave 10')).rejects.toMatchObject({
      code: 'unknown_wave',
    });
  });

  it('keep what they hold under another name, which no other wave has', async () => {
    const rename = (...words: string[]) => run('wave', '--name', 'Rules', ...words);
    await expect(rename('--rename', 'Suppliers first')).rejects.toMatchObject({ code: 'wave_exists' });
    const { waves } = await rename('--rename', 'Pay and rules');
    expect(waves).toMatchObject([{ name: 'Pay and rules', due: '2025-01-31' }, { name: 'Suppliers first' }]);
    expect(waves[0].targets).toHaveLength(3);
  });

  it('take in what was decided before, and let it go, without a word on the decision itself', async () => {
    const move = (...words: string[]) => run('target', '--entity', 'East', '--dimension', 'pay_distance', ...words);
    const pay = async (...words: string[]) =>
      (await move(...words)).targets.find(({ dimension }: { dimension: string }) => dimension === 'pay_distance');
    expect(await pay('--wave', 'Suppliers first')).toMatchObject({ wave: 'Suppliers first', score: 100 });
    expect(await pay('--no-wave')).toMatchObject({ wave: null, score: 100 });
    await expect(move('--wave', 'Suppliers first', '--no-wave')).rejects.toMatchObject({ code: 'usage' });
    await expect(run('target', '--entity', 'East', '--dimension', 'retention', '--no-wave')).rejects.toMatchObject({
      code: 'unknown_target',
    });
    const { synergies } = await run('synergies', '--amend', '1', '--wave', 'Suppliers first');
    expect(synergies).toMatchObject([{ id: 1, title: 'Others', planned: 5_000_000, wave: 'Suppliers first' }]);
    await expect(run('synergies', '--amend', '2', '--no-wave')).rejects.toMatchObject({ code: 'unknown_synergy' });
  });

  it('keep what is decided anew, and what is amended, unless that is said', async () => {
    const { targets } = await promise('supplier_overlap', '--score', '70');
    expect(targets.find(({ score }: { score: number }) => score === 70)).toMatchObject({ wave: 'Pay and rules' });
    const { synergies } = await enter('Agencies', '--metric', 'labor_cost', '--amend', '1');
    expect(synergies).toMatchObject([{ title: 'Agencies', wave: 'Suppliers first' }]);
  });

  it('say what they held when they are struck out, and that it stays', async () => {
    const said: string[] = [];
    const command = COMMANDS.get('wave')!;
    const words = ['--in', 'deal.muster', '--strike', 'Pay and rules'];
    const context = { ...commandContext(folder), warn: (text: string) => said.push(text) };
    await command.run(parseArguments(command, words), context);
    expect(said).toEqual([
      'What wave "Pay and rules" held stays, without a wave: Credential rules of East Medical, Suppliers of East Medical.',
    ]);
    expect((await run('wave')).waves).toMatchObject([{ name: 'Suppliers first', synergies: [{ title: 'Agencies' }] }]);
    const { targets } = await run('target');
    expect(targets.map(({ wave }: { wave: string | null }) => wave)).toEqual([null, null, null]);
  });
});
