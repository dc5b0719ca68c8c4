import { UsageError } from '../contract/errors.ts';
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { Store } from '../ports/store.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { statedMappings } from './stated-mappings.ts';
import type { MappingFault, StatedMapping } from './stated-mappings.ts';

/**
 * How a code meets the target model. `merged`: its only target is also one of another code of the same entity.
 * `none`: it was decided that there is no counterpart. A code that no mapping names is unmapped.
 */
export type Relation = 'one_to_one' | 'split' | 'merged' | 'none';

export type Mapping = StatedMapping & { relation: Relation };

export type Crosswalk = {
  /** How many times the crosswalk had changed; 0 before the first decision. */
  version: number;
  /** Ordered by domain, entity and code. */
  mappings: readonly Mapping[];
  /** Statements that cannot be followed; their codes are unmapped. */
  faults: readonly MappingFault[];
};

/**
 * The crosswalk of the workspace in one version, the latest unless told otherwise.
 *
 * Every publication and every undoing of a crosswalk batch makes the next version, numbered from 1, and leaves those
 * before it as they were: a version that included a batch since undone can still be asked for.
 * Throws a UsageError for a version that there is not.
 */
export function crosswalkOf({ store }: WorkspaceView, options: { version?: number } = {}): Crosswalk {
  const events = store.batchEvents('crosswalk');
  const version = options.version ?? events.length;
  if (!Number.isInteger(version) || version < 0 || version > events.length)
    throw new UsageError(
      events.length === 0
        ? `There is no version ${version}: this workspace has no crosswalk yet.`
        : `There is no version ${version} of the crosswalk; the latest is ${events.length}.`,
    );
  return { version, ...mappingsAt(store, version) };
}

/** Mappings of one entity in one domain by code; a code that is not in it is unmapped. */
export function mappingsOf(
  crosswalk: Crosswalk,
  { domain = 'job', entity }: { domain?: CrosswalkDomain; entity: string },
): ReadonlyMap<string, Mapping> {
  return new Map(
    crosswalk.mappings
      .filter((mapping) => mapping.domain === domain && mapping.entity === entity)
      .map((mapping) => [mapping.code, mapping]),
  );
}

function mappingsAt(store: Store, version: number): Omit<Crosswalk, 'version'> {
  const counting = new Set<number>();
  for (const { batch, counts } of store.batchEvents('crosswalk').slice(0, version)) {
    if (counts) counting.add(batch);
    else counting.delete(batch);
  }
  const { mappings, faults } = statedMappings(
    store.recordsEver('crosswalk').filter(({ batch }) => counting.has(batch)),
  );
  return { mappings: withRelations(mappings), faults };
}

function withRelations(mappings: readonly StatedMapping[]): Mapping[] {
  const sources = new Map<string, number>();
  const id = ({ domain, entity }: StatedMapping, target: string) => JSON.stringify([domain, entity, target]);
  for (const mapping of mappings)
    for (const { code } of mapping.targets) sources.set(id(mapping, code), (sources.get(id(mapping, code)) ?? 0) + 1);
  return mappings.map((mapping) => ({
    ...mapping,
    relation: relationOf(mapping, (code) => sources.get(id(mapping, code))!),
  }));
}

function relationOf({ targets }: StatedMapping, sourcesOf: (target: string) => number): Relation {
  if (targets.length === 0) return 'none';
  if (targets.length > 1) return 'split';
  return sourcesOf(targets[0].code) > 1 ? 'merged' : 'one_to_one';
}
