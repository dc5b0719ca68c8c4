import { namedEntities } from '../analyses/alignment/sides.ts';
import type { Entity } from '../workspace/entities.ts';
import type { WorkspaceView } from '../workspace/view.ts';

export type TargetCode = Pick<Entity, 'code' | 'name' | 'parent' | 'closeDay'>;

/**
 * All that can be held against something, or something against it: entities, those who own one, and codes that only
 * rosters, policies, shifts or bands name. Those acquired last come first, then all others by code.
 */
export function targetCodes(view: WorkspaceView): TargetCode[] {
  const entities = view.entities;
  const parents = [...entities.values()].flatMap(({ parent }) => parent ?? []);
  const codes = new Set([...entities.keys(), ...parents, ...namedEntities(view)]);
  return [...codes]
    .map((code): TargetCode => entities.get(code) ?? { code, name: code, parent: null, closeDay: null })
    .sort((a, b) => (b.closeDay ?? -Infinity) - (a.closeDay ?? -Infinity) || (a.code < b.code ? -1 : 1));
}
