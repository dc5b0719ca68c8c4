import { closesOf } from '../workspace/closes.ts';
import { ownerOf } from '../workspace/owners.ts';
import { careSettings } from '../workspace/entities.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** What the entities extract says that matters for people. */
export type EntityFacts = {
  /** First day on which an acquired entity belonged to the system; none in today's structure. */
  closes: ReadonlyMap<string, number>;
  careSettings: ReadonlyMap<string, string>;
  /** Owner of an entity, or of a site that is one; null where there are not two owners to be told apart. */
  ownerOf: (entity: string, site: string | null) => string | null;
};

export function entityFacts(view: WorkspaceView): EntityFacts {
  const { entities } = view;
  const owners = new Set([...entities.values()].map(({ parent, code }) => parent ?? code));
  return {
    closes: view.chosen?.structure === 'today' ? new Map() : closesOf(view),
    careSettings: careSettings(entities),
    ownerOf: (entity, site) => (owners.size > 1 ? ownerOf(entities, entity, site ?? undefined) : null),
  };
}
