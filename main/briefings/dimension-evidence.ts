import type { Alignment } from '../analyses/alignment/align.ts';
import type { Dimension } from '../analyses/alignment/dimension.ts';
import { scopeOf } from '../analyses/alignment/scope.ts';
import type { FigureQuery } from '../contract/figure.ts';
import type { Origin, TableCell } from '../contract/page.ts';
import { metricOf } from '../metrics/registry.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import type { PageContext } from './page.ts';

/** What stands beneath a number of alignment: the rows that it is measured from, and its definition. */
export type Evidence = { query: FigureQuery | null; origin: Origin };

/** Rows of the entity that a dimension is measured from, in the year up to a month; the latest where none is given. */
export function evidenceOf(
  context: PageContext,
  { facts }: Pick<Alignment, 'facts'>,
  { dimension: { definition, evidence } }: { dimension: Dimension },
  basis: string | null,
  month: number | null = null,
): Evidence {
  const origin = { definition: definition.metric, basis, rowsOnly: 'kind' in evidence };
  if (facts.window === null) return { query: null, origin };
  const earlier = month === null ? 0 : facts.window.last - month;
  const query = {
    where: {
      ...('kind' in evidence ? {} : evidence.where),
      ...scopeOf(context.view, facts.entity),
    },
    from: formatIsoMonth(facts.window.first - earlier),
    to: formatIsoMonth(facts.window.last - earlier),
  };
  if ('kind' in evidence) return { query: { metric: definition.metric, ...query }, origin };
  return { query: { metric: evidence.metric, variant: metricOf(evidence.metric).variants[0], ...query }, origin };
}

/** A number with what stands beneath it; where it is not known a dash, or the word for that. */
export function evidenceCell(value: number | null, evidence: Evidence, unknown = '–'): TableCell {
  return value === null ? { text: unknown } : { value, absence: null, ...evidence };
}
