import type { Filter } from '../../contract/figure.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { namedEntities } from './sides.ts';
import type { Side } from './sides.ts';

/** The filter that picks the rows of a side: by entity, or by owner or site where sites are the entities. */
export function scopeOf(view: WorkspaceView, { code, members }: Pick<Side, 'code' | 'members'>): Filter {
  const within = [...members].sort();
  const named = namedEntities(view);
  if (!view.dimensions.has('owner') || within.some((member) => named.has(member))) return { entity: within };
  const owned = [...view.entities.values()].filter(({ parent }) => parent === code).map((entity) => entity.code);
  const isWhole = owned.length > 0 && owned.every((member) => members.has(member));
  return isWhole ? { owner: [code] } : { site: within };
}
