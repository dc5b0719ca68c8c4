import type { DimensionColumn, TupleTable } from '../facts/tuple-table.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Entity } from './entities.ts';

/** Owner of an entity, or of a site that is an entity itself; null where the entities extracts know neither. */
export function ownerOf(
  entities: ReadonlyMap<string, Entity>,
  entity: string | undefined,
  site: string | undefined,
): string | null {
  const known = entities.get(entity ?? '') ?? entities.get(site ?? '');
  return known === undefined ? null : (known.parent ?? known.code);
}

/**
 * Owner of every tuple's entity, or of its site where sites are entities themselves: the parent, or the entity itself
 * where it has none. null where the entities extracts do not tell at least two owners apart.
 */
export function ownerColumn(tuples: TupleTable, entities: ReadonlyMap<string, Entity>): DimensionColumn | null {
  const codes: string[] = [];
  const positions = new Map<string, number>();
  const ofTuple = Int32Array.from({ length: tuples.size }, (_, id) => {
    const { entity, site } = tuples.at(id);
    const owner = ownerOf(entities, entity, site) ?? UNKNOWN_CODE;
    let position = positions.get(owner);
    if (position === undefined) {
      position = codes.length;
      positions.set(owner, position);
      codes.push(owner);
    }
    return position;
  });
  return codes.filter((code) => code !== UNKNOWN_CODE).length > 1 ? { codes, ofTuple } : null;
}
