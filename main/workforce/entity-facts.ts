import { lastDayKnown } from '../workspace/clean-room.ts';
import { ownerOf } from '../workspace/owners.ts';
import { careSettings } from '../workspace/entities.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** What the entities extract says that matters for people. */
export type EntityFacts = {
  /** First day on which an acquired entity belonged to the system. */
  closes: ReadonlyMap<string, number>;
  careSettings: ReadonlyMap<string, string>;
  /** Owner of an entity, or of a site that is one; null where there are not two owners to be told apart. */
  ownerOf: (entity: string, site: string | null) => string | null;
};

export function entityFacts({ entities, store }: WorkspaceView): EntityFacts {
  const known = lastDayKnown(store);
  // Before its close an entity is looked at as it is: nobody has come into the system yet.
  const closed = [...entities.values()].flatMap(({ code, closeDay }): [string, number][] =>
    closeDay !== null && (known === null || closeDay <= known) ? [[code, closeDay]] : [],
  );
  const owners = new Set([...entities.values()].map(({ parent, code }) => parent ?? code));
  return {
    closes: new Map(closed),
    careSettings: careSettings(entities),
    ownerOf: (entity, site) => (owners.size > 1 ? ownerOf(entities, entity, site ?? undefined) : null),
  };
}
