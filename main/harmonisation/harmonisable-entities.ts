import type { HarmonisableEntity } from '../contract/harmonisation.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** Entities to choose from: those acquired last first, then all others by code. */
export function harmonisableEntities({ entities, dictionaries }: WorkspaceView): HarmonisableEntity[] {
  const codes = new Set([...entities.keys(), ...dictionaries.tuples.column('entity').codes]);
  codes.delete(UNKNOWN_CODE);
  const closeDay = (code: string) => entities.get(code)?.closeDay ?? -Infinity;
  return [...codes]
    .sort((a, b) => (closeDay(a) === closeDay(b) ? (a < b ? -1 : 1) : closeDay(b) - closeDay(a)))
    .map((code) => ({
      code,
      name: entities.get(code)?.name ?? code,
      against: entities.get(code)?.parent ?? null,
    }));
}
