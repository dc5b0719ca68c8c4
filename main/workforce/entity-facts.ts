import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { entitiesOf } from '../workspace/entities.ts';
import { ownerOf } from '../workspace/owners.ts';
import { lastDayKnown } from '../workspace/clean-room.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** What the entities extract says that matters for people. */
export type EntityFacts = {
  /** First day on which an acquired entity belonged to the system. */
  closes: ReadonlyMap<string, number>;
  careSettings: ReadonlyMap<string, string>;
  /** Owner of an entity, or of a site that is one; null where there are not two owners to be told apart. */
  ownerOf: (entity: string, site: string | null) => string | null;
};

export function entityFacts(view: WorkspaceView): EntityFacts {
  const columns = kindOf('entities').columns.map((column) => column.name);
  const closes = new Map<string, number>();
  const known = lastDayKnown(view.store);
  const careSettings = new Map<string, string>();
  for (const { status, values } of view.store.records('entities')) {
    if (status !== RowStatus.effective) continue;
    const [entity, close, setting] = ['entity_id', 'close_date', 'care_setting'].map(
      (name) => values[columns.indexOf(name)] ?? null,
    );
    // Before its close an entity is looked at as it is: nobody has come into the system yet.
    if (close !== null && (known === null || (close as number) <= known)) closes.set(entity as string, close as number);
    if (setting !== null) careSettings.set(entity as string, setting as string);
  }
  const all = entitiesOf(view.store);
  const owners = new Set([...all.values()].map(({ parent, code }) => parent ?? code));
  return {
    closes,
    careSettings,
    ownerOf: (entity, site) => (owners.size > 1 ? ownerOf(all, entity, site ?? undefined) : null),
  };
}
