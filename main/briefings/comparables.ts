import type { Comparable } from '../contract/page.ts';
import { targetCodes } from '../decisions/target-codes.ts';
import { coveredMonths } from '../workforce/coverage.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { codeSizes, largestFirst } from './code-sizes.ts';

/** Dimensions by which an entity is found: its owner, itself, or its site where sites are entities. */
const NAMED_BY = ['owner', 'entity', 'site'];

/** Entities and owners of entities, those with most hours first, then by people; those with neither last, by code. */
export function comparables(view: WorkspaceView): Comparable[] {
  const months = coveredMonths(view);
  const sizes = (months ? NAMED_BY.filter((id) => view.dimensions.has(id)) : [])
    .flatMap((id) => codeSizes(view, id, months!))
    .sort(largestFirst);
  const rank = new Map(sizes.map(({ code }, at) => [code, at] as const).reverse());
  const owned = new Map<string, number>();
  for (const { parent } of view.entities.values()) if (parent !== null) owned.set(parent, (owned.get(parent) ?? 0) + 1);
  return targetCodes(view)
    .map(({ code, name, parent }) => ({
      code,
      name,
      owner: parent === null ? null : (view.entities.get(parent)?.name ?? parent),
      owned: owned.get(code) ?? 0,
    }))
    .sort((a, b) => (rank.get(a.code) ?? Infinity) - (rank.get(b.code) ?? Infinity) || (a.code < b.code ? -1 : 1));
}
