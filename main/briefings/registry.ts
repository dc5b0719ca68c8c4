import { UsageError } from '../contract/errors.ts';
import type { BriefingOutline, PageFilters, PageModel } from '../contract/page.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { Briefing } from './briefing.ts';
import { comparabilityNotices } from './comparability.ts';
import { PageContext } from './page.ts';
import type { Page } from './page.ts';

const found = import.meta.glob<{ default: Page }>('./*.page.ts', { eager: true });

/** Every page by id; a new `<page>.page.ts` is found without being listed. */
export const PAGES: ReadonlyMap<string, Page> = new Map(
  Object.values(found).map((module) => [module.default.id, module.default]),
);

const briefings = import.meta.glob<{ default: Briefing }>('./*.briefing.ts', { eager: true });

/** Every briefing by id in the order in which they are offered; a new `<briefing>.briefing.ts` is found without being listed. */
export const BRIEFINGS: ReadonlyMap<string, Briefing> = new Map(
  Object.values(briefings)
    .map((module) => module.default)
    .sort((a, b) => a.position - b.position)
    .map((briefing) => [briefing.id, briefing]),
);

export function outlines(): BriefingOutline[] {
  return [...BRIEFINGS.values()].map(({ id, title, pages }) => ({
    id,
    title,
    pages: pages.map((page) => ({ id: page, label: pageOf(page).label, question: pageOf(page).question })),
  }));
}

/** Throws a UsageError naming an unknown briefing. */
export function briefingOf(id: string): Briefing {
  const briefing = BRIEFINGS.get(id);
  if (!briefing)
    throw new UsageError(`"${id}" is not a briefing; the briefings are ${[...BRIEFINGS.keys()].join(', ')}.`);
  return briefing;
}

function pageOf(id: string): Page {
  const page = PAGES.get(id);
  if (!page) throw new UsageError(`"${id}" is not a page; the pages are ${[...PAGES.keys()].join(', ')}.`);
  return page;
}

const CLEAN_ROOM = 'Clean room: no names, no rows of persons, groups of fewer than five people hidden.';

const AS_THEY_ARE = 'Entities are looked at here as they are, on either side of a close, whatever structure is chosen.';

/** In the structure that was chosen; a clean room knows one only. */
export function chosenView(view: WorkspaceView, { structure }: PageFilters): WorkspaceView {
  return view.cleanRoom() === null ? view.seenIn(structure ?? null) : view;
}

/** A finished page of a briefing. */
export function buildPage(
  view: WorkspaceView,
  request: { briefing: string; page: string; filters: PageFilters },
): PageModel {
  const briefing = briefingOf(request.briefing);
  const page = pageOf(request.page);
  const context = new PageContext(page.isOfDeal ? view : chosenView(view, request.filters), request.filters);
  const content = page.build(context);
  return {
    id: page.id,
    briefing: briefing.id,
    number: briefing.pages.indexOf(page.id) + 1,
    question: page.question,
    scope: context.scope(content.sides?.chosen.map(({ name }) => name)),
    ...content,
    notices: [
      ...(view.cleanRoom() === null ? [] : [CLEAN_ROOM]),
      ...comparabilityNotices(context, page, content),
      ...content.notices,
      ...(page.isOfDeal && chosenView(view, request.filters).chosen ? [AS_THEY_ARE] : []),
    ],
    source: { ...context.source(page.definitions), ...(page.isOfDeal ? { structure: null } : {}) },
  };
}
