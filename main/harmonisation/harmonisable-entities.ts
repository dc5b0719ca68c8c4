import type { HarmonisableEntity } from '../contract/harmonisation.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** Entities and owners to choose from: those acquired last first, then those that own most, then all others by code. */
export function harmonisableEntities({ entities, dictionaries }: WorkspaceView): HarmonisableEntity[] {
  const owned = new Map<string, number>();
  for (const { parent } of entities.values()) if (parent !== null) owned.set(parent, (owned.get(parent) ?? 0) + 1);
  const codes = new Set([...entities.keys(), ...owned.keys(), ...dictionaries.tuples.column('entity').codes]);
  codes.delete(UNKNOWN_CODE);
  const closeDay = (code: string) => entities.get(code)?.closeDay ?? -Infinity;
  return [...codes]
    .sort((a, b) => {
      if (closeDay(a) !== closeDay(b)) return closeDay(b) - closeDay(a);
      return (owned.get(b) ?? 0) - (owned.get(a) ?? 0) || (a < b ? -1 : 1);
    })
    .map((code) => ({
      code,
      name: entities.get(code)?.name ?? code,
      against: entities.get(code)?.parent ?? null,
    }));
}
