import { ViewMemory } from '../metrics/view-memory.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { sinceClose } from './acquisition.ts';
import { claimsOf, lastOf } from './claims.ts';
import { entityFacts } from './entity-facts.ts';
import { activeParts, hoursWorked } from './hours-worked.ts';
import { limitsOf } from './limits.ts';
import type { Placed } from './main-job.ts';
import type { Observation, Observed } from './observation.ts';
import type { PersonIds } from './person-ids.ts';
import { readRosters } from './read-rosters.ts';
import type { SortedRows } from './roster-table.ts';
import type { Segment, Spell, Workforce } from './spell.ts';
import { spellsOfPerson } from './spells-of-person.ts';
import type { Terms } from './terms.ts';

/** A workforce with what it was read from. */
export type WorkforceReading = {
  workforce: Workforce;
  rows: SortedRows;
  /** Positions of the rows beneath each segment, the last one exclusive. */
  rowsOf: ReadonlyMap<Segment, { from: number; to: number }>;
  /** Days on which it was seen who is in post, by entity; none where rosters carry event dates. */
  snapshotsOf: (entity: string) => readonly number[];
  /** Days on which leaving an entity would have been seen; since the close for an acquired one. */
  observedOf: (entity: string) => Observed;
  /** Persons whom an extract means by a worker id: several where it names no entity and two payrolls use the id. */
  personsMeant: (worker: string, entity: string | null) => readonly string[];
};

const remembered = new ViewMemory<WorkforceReading>(1);

/** Spells of everybody whom rosters and assignments name, in order of person and start. Worked out once per view. */
export function workforceOf(view: WorkspaceView): Workforce {
  return readWorkforce(view).workforce;
}

/** The same with the rows beneath the spells. */
export function readWorkforce(view: WorkspaceView): WorkforceReading {
  // Where nobody chose a structure people are seen in then-structure as well.
  const seen = view.chosen?.structure === 'then' ? view.chosen.from : view;
  return remembered.recall(seen, 'workforce', () => buildWorkforce(seen));
}

function buildWorkforce(view: WorkspaceView): WorkforceReading {
  const entities = entityFacts(view);
  const { table, terms, persons, reasons, observation, assigned } = readRosters(view, entities);
  const rows = table.sorted(persons.names.length);
  const rowsOf = new Map<Segment, { from: number; to: number }>();
  const segment = (piece: Placed): Segment => {
    const made = segmentOf(piece, persons);
    rowsOf.set(made, piece.rows);
    return made;
  };
  const hours = hoursWorked(view, new Set(persons.names));
  const windowOf = windowFinder(observation, assigned, entities.closes);
  const sources = { rows, terms: terms.list, reasons, observation };
  const dated = observation.datedEntities();
  const spells: Spell[] = [];
  let beforeClose = 0;
  for (const [id, person] of persons.names.entries()) {
    const claims = claimsOf(sources, rows.start[id], rows.start[id + 1]);
    const inSystem = sinceClose(claims, entities.closes);
    beforeClose += claims.length - inSystem.length;
    if (inSystem.length === 0) continue;
    spells.push(
      ...spellsOfPerson(inSystem, {
        person,
        contractEnds: claims.filter(({ isContract }) => isContract).map(lastOf),
        windowOf,
        segment,
        // The hours of a worker id that stands for several people cannot be told apart.
        activeParts: (piece) => (persons.apart.has(id) ? [piece] : activeParts(piece, hours, person)),
      }),
    );
  }
  spells.sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : a.start - b.start));
  return {
    workforce: {
      spells,
      observed: observation.whole() ?? assigned.whole(),
      limits: limitsOf({
        spells,
        observation,
        beforeClose,
        sharedIds: persons.shared,
        hidesFew: view.cleanRoom() !== null,
      }),
    },
    rows,
    rowsOf,
    snapshotsOf: (entity) => (dated.has(entity) ? [] : observation.snapshotsOf(entity)),
    observedOf(entity) {
      const { first, last } = windowOf(entity, true);
      return { first: Math.max(first, entities.closes.get(entity) ?? first), last };
    },
    personsMeant: (worker, entity) =>
      entity === null ? persons.allMeantBy(worker) : [persons.meantBy(worker, entity)],
  };
}

function segmentOf({ first, last, terms }: Placed, persons: PersonIds): Segment {
  const { entity, isContract: _isContract, isFullTime: _isFullTime, manager, ...stated }: Terms = terms;
  return {
    first,
    last: last === Infinity ? null : last,
    manager: manager === null ? null : persons.meantBy(manager, entity),
    ...stated,
  };
}

/**
 * Rosters tell how far employment can be seen; for contracts assignments may tell more. Whom the last roster of an
 * acquired entity has came in at its close, though the roster be older.
 */
function windowFinder(observation: Observation, assigned: Observation, closes: ReadonlyMap<string, number>) {
  const whole = observation.whole() ?? assigned.whole();
  const seen = (entity: string, isContract: boolean): Observed => {
    const own = observation.of(entity);
    const other = isContract ? assigned.of(entity) : null;
    if (own && other) return { first: Math.min(own.first, other.first), last: Math.max(own.last, other.last) };
    return own ?? other ?? whole!;
  };
  return (entity: string, isContract: boolean): Observed => {
    const { first, last } = seen(entity, isContract);
    return { first, last: Math.max(last, closes.get(entity) ?? last) };
  };
}
