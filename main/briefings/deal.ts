import { sidesOf } from '../analyses/alignment/sides.ts';
import { alignEntity } from '../analyses/alignment/align.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import type { AlignmentRequest } from '../analyses/alignment/questions.ts';
import { alignmentTrend } from '../analyses/alignment/trend.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { UsageError } from '../contract/errors.ts';
import { latestAcquired } from '../workspace/entities.ts';
import type { PageSides } from '../contract/page.ts';
import { comparables } from './comparables.ts';
import { NO_TWO_ENTITIES } from './no-deal.ts';
import type { PageContext } from './page.ts';
import { nameOf, pickedSides, sidesShown } from './sides-compared.ts';

/** An entity held against its target model, as of the end of the page's period; or why there is none to show. */
export type Compared = { kind: 'deal'; alignment: Alignment; trend: Trend; request: AlignmentRequest };
export type Deal = Compared | { kind: 'no_deal'; reason: string };

/** The two that the reader picked, the first against the second; else the entity acquired last against its owner. */
export function dealOf(context: PageContext): Deal {
  const { view, filters, period } = context;
  const picked = pickedSides(filters);
  const entity = picked[0] ?? latestAcquired(view.entities)?.code;
  if (entity === undefined)
    return {
      kind: 'no_deal',
      reason:
        comparables(view).length < 2
          ? NO_TWO_ENTITIES
          : 'No extract says that an entity was acquired: choose above whom to hold against whom.',
    };
  if (picked.at(1) === undefined && view.entities.get(entity)?.parent == null)
    return {
      kind: 'no_deal',
      reason: `No extract says who owns ${nameOf(view, entity)}: choose above whom to hold it against.`,
    };
  const request = { entity, against: picked[1] ?? null, month: period.to };
  try {
    sidesOf(view, request);
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'no_deal', reason: error.message };
    throw error;
  }
  return { kind: 'deal', alignment: alignEntity(view, request), trend: alignmentTrend(view, request), request };
}

/** Both sides of a deal, for the reader to change. */
export function sidesOfDeal({ view, filters }: PageContext, deal: Deal): PageSides {
  if (deal.kind === 'no_deal') return sidesShown(view, pickedSides(filters).slice(0, 2), 2);
  const { entity, against } = deal.alignment.facts;
  return sidesShown(view, [entity.code, against.code], 2);
}

/** A sentence on the filters that alignment does not follow; none where there are none. */
export function ignoredFilters({ where }: PageContext): string[] {
  const ignored = Object.keys(where).filter((id) => id !== 'entity' && id !== 'owner');
  return ignored.length === 0
    ? []
    : [
        `Alignment compares whole entities: the filter by ${ignored.map((id) => id.replace(/_/g, ' ')).join(', ')} is not followed here.`,
      ];
}
