import type { DimensionColumn, TupleTable } from '../facts/tuple-table.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Entity } from './entities.ts';

/**
 * Owner of every tuple's entity, or of its site where sites are entities themselves: the parent, or the entity itself
 * where it has none. null where the entities extracts do not tell at least two owners apart.
 */
export function ownerColumn(tuples: TupleTable, entities: ReadonlyMap<string, Entity>): DimensionColumn | null {
  const codes: string[] = [];
  const positions = new Map<string, number>();
  const ofTuple = Int32Array.from({ length: tuples.size }, (_, id) => {
    const { entity, site } = tuples.at(id);
    const known = entities.get(entity ?? '') ?? entities.get(site ?? '');
    const owner = known === undefined ? UNKNOWN_CODE : (known.parent ?? known.code);
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
