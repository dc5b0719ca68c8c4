import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeck } from '../../main/briefings/deck.ts';
import { defaultFilters, filterOptions } from '../../main/briefings/filter-options.ts';
import { buildPage, PAGES } from '../../main/briefings/registry.ts';
import type { Structure } from '../../main/contract/structure.ts';
import { figureFor } from '../../main/metrics/figures.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { addStaff } from '../support/staffed.ts';
import { hospital, noise } from '../support/years.ts';

allowForStorage();

const folder = testFolder();
/** A hospital that acquired another on 1 July 2025; rosters of both reach from January 2024 to June 2026. */
let staffed: Workspace;
let alone: Workspace;

beforeAll(async () => {
  staffed = await hospital(folder, 'staffed', { agencyHours: noise, loads: true });
  await addStaff(folder, staffed);
  alone = await hospital(folder, 'alone', { agencyHours: noise });
});
afterAll(() => {
  staffed.close();
  alone.close();
});

const STRUCTURES: (Structure | undefined)[] = [undefined, 'then', 'today'];

function pageIn(structure: Structure | undefined, page: string) {
  const view = staffed.view();
  const filters = { ...defaultFilters(view), ...(structure ? { structure } : {}) };
  return buildPage(view, { briefing: 'retention', page, filters });
}

describe('the structure of a page', () => {
  it('is named in its scope where it was chosen, and under every page that it changes', () => {
    const told = STRUCTURES.map((structure) => {
      const { scope, source } = pageIn(structure, 'leavers');
      return { scope: scope.replace(/^.*prior year, /, ''), source: source.structure };
    });
    expect(told).toEqual([
      {
        scope: 'all entities',
        source: 'Hours and cost with Bay Hospital throughout, its people since 1 Jul 2025',
      },
      { scope: 'all entities, then-structure', source: 'Then-structure: Bay Hospital since 1 Jul 2025' },
      { scope: 'all entities, today’s structure', source: 'Today’s structure: Bay Hospital throughout' },
    ]);
  });

  it('is that of every key figure, and of the figure that its question gives', () => {
    for (const structure of STRUCTURES) {
      for (const page of PAGES.keys()) {
        for (const { figure, query } of pageIn(structure, page).kpis) {
          if (figure.metric !== query.metric) continue;
          const again = figureFor(staffed.view().seenIn(query.structure ?? null), query);
          expect(again.value, `${page} ${structure} ${figure.metric}`).toBe(figure.value);
        }
      }
    }
  });

  it('is followed by no page about the deal itself', () => {
    for (const page of ['post_close', 'alignment']) {
      const { notices, ...model } = pageIn('today', page);
      const { notices: others, ...plain } = pageIn(undefined, page);
      expect(model).toEqual(plain);
      expect(notices).toEqual([
        ...others,
        'Entities are looked at here as they are, on either side of a close, whatever structure is chosen.',
      ]);
    }
  });

  it('tells which comparisons are without the people of an entity', () => {
    const notice = 'People of Bay Hospital count only since 1 Jul 2025: before that the comparison is without them.';
    const has = STRUCTURES.map((structure) => pageIn(structure, 'retention').notices.includes(notice));
    expect(has).toEqual([true, true, false]);
  });

  it('holds for a whole deck, its exclusions too', () => {
    const view = staffed.view();
    const deckIn = (structure: Structure) =>
      buildDeck(view, {
        briefing: 'retention',
        filters: { ...defaultFilters(view), structure },
        workspace: 'Hill',
      });
    expect(deckIn('today').scope).toMatch(/today’s structure$/);
    expect(deckIn('then').exclusions).not.toEqual(deckIn('today').exclusions);
  });
});

describe('the filter for a structure', () => {
  it('is offered where the extracts cover a close, and outside clean rooms only', () => {
    expect(filterOptions(staffed.view()).structures.map(({ id }) => id)).toEqual([null, 'then', 'today']);
    expect(filterOptions(alone.view()).structures).toEqual([]);
    staffed.setCleanRoom(true);
    expect(filterOptions(staffed.view()).structures).toEqual([]);
    expect(pageIn('today', 'leavers').scope).toMatch(/all entities$/);
    staffed.setCleanRoom(false);
  });
});
