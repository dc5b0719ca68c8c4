import type { Filter } from '../../contract/figure.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import type { Side } from './sides.ts';

/** The filter that picks the rows of a side; sites that are entities themselves carry no entity: their owner names them. */
export function scopeOf({ dimensions }: WorkspaceView, side: Side): Filter {
  const members = [...side.members].sort();
  const byOwner = dimensions.has('owner') && !members.some((code) => dimensions.column('entity').codes.includes(code));
  return byOwner ? { owner: [side.code] } : { entity: members };
}
