import { sidesOf } from '../analyses/alignment/sides.ts';
import { alignEntity } from '../analyses/alignment/align.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import type { AlignmentRequest } from '../analyses/alignment/questions.ts';
import { alignmentTrend } from '../analyses/alignment/trend.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { UsageError } from '../contract/errors.ts';
import { latestAcquired } from '../workspace/entities.ts';
import type { PageContext } from './page.ts';

/** An entity held against its target model, as of the end of the page's period; or why there is none to show. */
export type Deal =
  | { kind: 'deal'; alignment: Alignment; trend: Trend; request: AlignmentRequest }
  | { kind: 'no_deal'; reason: string };

/**
 * The entity that the filters pick, or the one acquired last. Two entities, or two owners, are held against one another
 * in the order in which they are named.
 */
export function dealOf(context: PageContext): Deal {
  const { view, where, period } = context;
  const picked = where['owner'] ?? where['entity'] ?? [];
  const entity = picked[0] ?? latestAcquired(view.entities)?.code;
  if (entity === undefined)
    return {
      kind: 'no_deal',
      reason: 'No entity was acquired: import entities with a close date, or pick two entities or owners above',
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

/** Filters that alignment does not follow, in words; null where there are none. */
export function ignoredFilters({ where }: PageContext): string | null {
  const ignored = Object.keys(where).filter((id) => id !== 'entity' && id !== 'owner');
  return ignored.length === 0
    ? null
    : `Alignment compares whole entities: the filter by ${ignored.map((id) => id.replace(/_/g, ' ')).join(', ')} is not followed here.`;
}
