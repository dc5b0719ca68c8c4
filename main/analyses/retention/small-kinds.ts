import { SMALLEST_GROUP } from '../../metrics/suppression.ts';

/** Counts of one kind each, or of several kinds shown together. */
export type KindCount<Kind> = { kinds: Kind[]; count: number };

/**
 * Puts kinds of few people together, so that nobody's way of leaving shows: the smallest join until those together
 * are at least two kinds and five people. 0 may be shown, and is left out.
 */
export function mergeSmallKinds<Kind>(counts: readonly { kind: Kind; count: number }[]): KindCount<Kind>[] {
  const sorted = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }, order) => ({ kind, count, order }))
    .sort((a, b) => a.count - b.count || a.order - b.order);
  if (sorted.length < 2 || sorted[0].count >= SMALLEST_GROUP)
    return [...sorted].sort((a, b) => a.order - b.order).map(({ kind, count }) => ({ kinds: [kind], count }));
  let merged = 0;
  let taken = 0;
  while (taken < sorted.length && (merged < SMALLEST_GROUP || sorted[taken].count < SMALLEST_GROUP))
    merged += sorted[taken++].count;
  const together = sorted.slice(0, taken).sort((a, b) => a.order - b.order);
  const apart = sorted.slice(taken).sort((a, b) => a.order - b.order);
  return [
    ...apart.map(({ kind, count }): KindCount<Kind> => ({ kinds: [kind], count })),
    { kinds: together.map(({ kind }) => kind), count: merged },
  ];
}
