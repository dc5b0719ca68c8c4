import { formatDay } from '../contract/format.ts';
import { staysOf } from '../metrics/people-figures.ts';
import { METRICS } from '../metrics/registry.ts';
import { firstDayOfMonth, formatIsoDay } from '../model/civil-day.ts';
import { readWorkforce } from '../workforce/workforce.ts';
import type { Months, Page, PageContent, PageContext } from './page.ts';
import { entitiesNamed, partlyThere, partlyThereNotices } from './partly-there.ts';

/** What must be known of the entities behind a page that holds its period against another. */
export function comparabilityNotices(context: PageContext, page: Page, content: PageContent): string[] {
  const before = context.comparison;
  if (before === null || page.isOfDeal || !compares(content)) return [];
  const facts = new Set(page.definitions.map((id) => METRICS.get(id)?.facts));
  return [
    ...(facts.has('labor') ? partlyThereNotices(context, partlyThere(context, before, context.period)) : []),
    ...(facts.has('people') ? lateNotices(context, before) : []),
  ];
}

function compares({ kpis, chart }: PageContent): boolean {
  return chart.kind === 'bridge' || kpis.some(({ change }) => change !== null);
}

/** Entities whose people are seen, or belong to the system, only since a day after the comparison begins. */
function lateNotices(context: PageContext, { from }: Months): string[] {
  const { workforce, observedOf } = readWorkforce(context.view);
  if (workforce.observed === null) return [];
  const begin = Math.max(firstDayOfMonth(from), workforce.observed.first);
  const sinceOf = (entity: string) => observedOf(entity).first;
  const late = staysOf(context.view, { by: ['entity'], where: context.where })
    .map(({ codes: [entity] }) => entity)
    .filter((entity) => sinceOf(entity) > begin);
  return [...Map.groupBy(late, sinceOf)].map(
    ([day, entities]) =>
      `People of ${entitiesNamed(context, entities)} count only since ${formatDay(formatIsoDay(day))}: before that the comparison is without them.`,
  );
}
