import { expect, it } from 'vitest';
import { buildDeck } from '../../main/briefings/deck.ts';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildPage } from '../../main/briefings/registry.ts';
import type { DotsChart } from '../../main/contract/page.ts';
import { openDeal } from '../support/deal.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const person = (entity: string, currency: string, k: number) =>
  `${entity}${k},${entity},${entity},RN,2020-01-06,40,${currency}`;

it('is said of a dimension that no further extract would tell', async () => {
  const folder = testFolder();
  const workspace = openWorkspace(`${folder}/w.muster`);
  const add = (name: string, ...lines: string[]) => importFile(workspace, writeInto(folder, name, csv(...lines)));
  const people = Array.from({ length: 6 }, (_, k) => [person('East', 'EUR', k), person('West', 'USD', k)]).flat();
  await add('roster.csv', 'worker_id,entity,site,job_code,hire_date,base_rate,currency', ...people);
  const page = (sides: string[]) =>
    buildPage(workspace.view(), {
      briefing: 'integration',
      page: 'alignment',
      filters: { ...defaultFilters(workspace.view()), sides },
    });
  expect(page(['East', 'West']).notices).toContain(
    'Pay is not measured. Pay is in several currencies, which need a rate table.',
  );
  // Nobody chose whom to compare: all pages of a deal say so, and the front of the deck says it once.
  const { leftOut } = buildDeck(workspace.view(), { briefing: 'integration', filters: null, workspace: 'w' });
  expect(leftOut).toContain('No entity is held against a target model yet');
  expect(new Set(leftOut).size).toBe(leftOut.length);
  workspace.close();
});

it('calls no p corrected that is that of one test', async () => {
  const workspace = await openDeal();
  const view = workspace.view();
  const { chart } = buildPage(view, { briefing: 'integration', page: 'alignment', filters: defaultFilters(view) });
  const bases = (chart as DotsChart).rows.map(({ origin }) => origin?.basis ?? '');
  expect(bases.some((basis) => /; p 0\.\d{3}, before the correction for several dimensions/.test(basis))).toBe(true);
  workspace.close();
});
