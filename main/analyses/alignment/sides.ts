import { UsageError } from '../../contract/errors.ts';
import { ViewMemory } from '../../metrics/view-memory.ts';
import { UNKNOWN_CODE } from '../../model/dimensions.ts';
import { effectiveRows } from '../../workspace/effective-rows.ts';
import type { Entity } from '../../workspace/entities.ts';
import type { WorkspaceView } from '../../workspace/view.ts';

/** One side of a comparison: an entity, or a parent whose entities are pooled. */
export type Side = { code: string; name: string; members: ReadonlySet<string> };

/** An entity and the target model that it is held against. */
export type Sides = {
  entity: Side;
  against: Side;
  /** Day on which the entity was acquired; null where no extract says. */
  closeDay: number | null;
  /** Entity that a fact belongs to: as its extract says, else by its site where sites are entities themselves. */
  entityAt(entity: string | null, site: string | null): string;
};

/**
 * Who is compared with whom. Without `against`, the parent of the entity, with all else that it owns. A code that is
 * within the other side belongs to the narrower one; entities acquired later are no part of a model unless named.
 * Throws a UsageError naming a code that no extract has, or where neither a parent nor another side is known.
 */
export function sidesOf(view: WorkspaceView, request: { entity: string; against: string | null }): Sides {
  const { entities } = view;
  const family = families.recall(view, 'families', () => new Family(entities, namedEntities(view)));
  family.require(request.entity);
  const code = request.against ?? entities.get(request.entity)?.parent ?? null;
  if (code === null)
    throw new UsageError(`No extract says who owns ${request.entity}: name the target model with --against.`);
  if (code === request.entity) throw new UsageError(`${code} cannot be held against itself.`);
  family.require(code);
  // Each without the other and what that owns, also where owners go round in a circle.
  const own = family.of(request.entity, code);
  const model = family.of(code, request.entity);
  const joinedLater = (member: string) => member !== code && (entities.get(member)?.closeDay ?? null) !== null;
  const side = (name: string, members: ReadonlySet<string>, keep: (member: string) => boolean): Side => ({
    code: name,
    name: entities.get(name)?.name ?? name,
    members: new Set([...members].filter(keep)),
  });
  return {
    entity: side(request.entity, own, () => true),
    against: side(code, model, (member) => !joinedLater(member)),
    closeDay: entities.get(request.entity)?.closeDay ?? null,
    entityAt: (entity, site) => entity ?? (site !== null && entities.has(site) ? site : UNKNOWN_CODE),
  };
}

/** The model held against the entity. */
export function exchanged({ entity, against, ...rest }: Sides): Sides {
  return { ...rest, entity: against, against: entity };
}

const families = new ViewMemory<Family>(1);
const named = new ViewMemory<ReadonlySet<string>>(1);

/** Codes that some extract gives as an entity. */
export function namedEntities(view: WorkspaceView): ReadonlySet<string> {
  return named.recall(view, 'entities', () => findNamed(view));
}

function findNamed({ store, dictionaries }: WorkspaceView): ReadonlySet<string> {
  const codes = new Set(dictionaries.tuples.column('entity').codes);
  for (const kind of ['roster', 'policies', 'shifts', 'bands'])
    for (const row of effectiveRows(store, kind)) codes.add(row.text('entity') ?? UNKNOWN_CODE);
  codes.delete(UNKNOWN_CODE);
  return codes;
}

/** Entities by owner. */
class Family {
  /** By code of the owner; those without one stand under null, for which nobody asks. */
  private readonly children: ReadonlyMap<string | null, readonly Entity[]>;

  constructor(
    private readonly entities: ReadonlyMap<string, Entity>,
    private readonly named: ReadonlySet<string>,
  ) {
    this.children = Map.groupBy(entities.values(), ({ parent }) => parent);
  }

  /** Throws a UsageError for a code that no extract has, with those that there are. */
  require(code: string): void {
    if (this.entities.has(code) || this.children.has(code) || this.named.has(code)) return;
    const known = [...new Set([...this.entities.keys(), ...this.named])].sort();
    throw new UsageError(
      `"${code}" is neither an entity of this workspace nor a parent of one; ${
        known.length === 0
          ? 'it names no entities'
          : `it has ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}`
      }.`,
    );
  }

  /** A code and all that it owns, however far down, but for another code and what is under that. */
  of(code: string, without: string): Set<string> {
    const found = new Set<string>();
    const waiting = [code];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next) || next === without) continue;
      found.add(next);
      waiting.push(...(this.children.get(next) ?? []).map(({ code: owned }) => owned));
    }
    return found;
  }
}
