import type { DeckModel } from '../contract/deck.ts';
import type { PageFilters, PageModel } from '../contract/page.ts';
import { isEmpty } from '../contract/empty-chart.ts';
import { computeFigures } from '../metrics/figures.ts';
import { catalogue, METRICS } from '../metrics/registry.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { batchInfos } from '../workspace/batch-info.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { defaultFilters } from './filter-options.ts';
import { briefingOf, buildPage, chosenView } from './registry.ts';

/** A whole briefing for paper: its pages, and an appendix with definitions, exclusions, worker types and batches. */
export function buildDeck(
  view: WorkspaceView,
  { briefing, filters, workspace }: { briefing: string; filters: PageFilters | null; workspace: string },
): DeckModel {
  const chosen = filters ?? defaultFilters(view);
  const { id, title, pages: ids } = briefingOf(briefing);
  const built = ids.map((page) => buildPage(view, { briefing: id, page, filters: chosen }));
  const pages = built.filter((page) => !isBlank(page)).map((page, index) => ({ ...page, number: index + 1 }));
  const used = new Set(pages.flatMap((page) => page.source.definitions));
  return {
    briefing: id,
    title,
    workspace,
    pages,
    // Pages that lack the same say the same.
    leftOut: [...new Set(built.filter(isBlank).map((page) => page.title))],
    subtitle: pages[0]?.question ?? '',
    scope: pages[0]?.scope ?? '',
    asOf: pages[0]?.source.asOf ?? null,
    status: view.cleanRoom() === null ? 'Board confidential' : 'Clean room · board confidential',
    definitions: catalogue().filter((definition) => used.has(definition.metric)),
    exclusions: exclusionsOf(chosenView(view, chosen), chosen, pages),
    batches: batchInfos(view.store),
    workerTypes: view.dictionaries.workerTypes.map(({ code, label, workerClass }) => ({ code, label, workerClass })),
  };
}

/** Without a single figure a page is a blank sheet on paper; what it says stands on the title page. */
function isBlank({ kpis, chart, inset, table }: PageModel): boolean {
  return kpis.length === 0 && table.rows.length === 0 && isEmpty(chart) && (inset === null || isEmpty(inset));
}

function exclusionsOf(view: WorkspaceView, filters: PageFilters, pages: readonly PageModel[]): DeckModel['exclusions'] {
  const metrics = [...new Set(pages.flatMap((page) => page.source.definitions))].filter((id) => METRICS.has(id));
  const scope = { from: parseIsoMonth(filters.from)!, to: parseIsoMonth(filters.to)!, where: filters.where };
  const figures = computeFigures(
    view,
    metrics.map((metric) => ({ metric, variants: [METRICS.get(metric)!.variants[0]!], ...scope })),
  );
  return figures.flatMap((list, i) =>
    list[0].exclusions.map((exclusion) => ({
      metric: metrics[i],
      title: METRICS.get(metrics[i])!.title,
      currency: view.currency(),
      ...exclusion,
    })),
  );
}
