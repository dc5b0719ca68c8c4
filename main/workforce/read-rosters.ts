import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { StoredRecord } from '../ports/store.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { EntityFacts } from './entity-facts.ts';
import { Observation } from './observation.ts';
import { organisationOf } from './organisations.ts';
import { PersonIds } from './person-ids.ts';
import { NONE, RosterTable, RowKind } from './roster-table.ts';
import { isFullTime, TermsTable } from './terms.ts';
import type { Terms } from './terms.ts';

/** Rosters and assignments of a workspace, ready to be made into spells. */
export type Rosters = {
  table: RosterTable;
  terms: TermsTable;
  persons: PersonIds;
  reasons: readonly string[];
  /** How far the rosters reach, and how far the assignments. */
  observation: Observation;
  assigned: Observation;
};

type Values = { at: (name: string) => string | number | null; record: StoredRecord };

/** Bases that a term states; an assignment has neither FTE nor pay of its own. */
const SAID = [
  'worker_type',
  'entity',
  'site',
  'unit',
  'job_code',
  'manager_id',
  'position_id',
  'fte',
  'scheduled_hours',
  'base_rate',
  'currency',
  'agency',
  'on_leave',
  'supplier',
  'contracted_hours',
] as const;

/** One pass over the stored rows. Digital workers are nobody; rows that do not count still tell how far an extract reaches. */
export function readRosters(view: WorkspaceView, entities: EntityFacts): Rosters {
  const table = new RosterTable();
  const terms = new TermsTable();
  const persons = new PersonIds((entity) => organisationOf(view.entities, entity));
  const reasons: string[] = [];
  const reasonIds = new Map<string, number>();
  const observation = new Observation();
  const assigned = new Observation();
  const termsOf = termsReader(view, entities, terms);
  const reasonId = (reason: string | null) => {
    if (reason === null) return NONE;
    let id = reasonIds.get(reason);
    if (id === undefined) reasonIds.set(reason, (id = reasons.push(reason) - 1));
    return id;
  };
  const add = (row: Values, kind: number, terms: number, days: { day: number; hired: number; term: number }) => {
    const { record, at } = row;
    if (record.status !== RowStatus.effective) return;
    const entity = (at('entity') as string | null) ?? UNKNOWN_CODE;
    table.add({
      person: persons.idOf(at('worker_id') as string, {
        entity,
        name: at('name') as string | null,
        hired: days.hired === NONE ? null : days.hired,
        seen: days.day,
      }),
      kind,
      ...days,
      originallyHired: (at('original_hire_date') as number | null) ?? NONE,
      reason: reasonId(((at('term_reason') ?? at('outcome')) as string | null) ?? null),
      terms,
      batch: record.batch,
      line: record.line,
    });
  };

  visit(view, 'roster', (row) => {
    const { at, record } = row;
    const stated = termsOf(row, UNKNOWN_CODE);
    if (stated === null) return;
    const [snapshot, hired, term] = ['snapshot_date', 'hire_date', 'term_date'].map(
      (name) => at(name) as number | null,
    );
    const { entity } = terms.list[stated];
    if (snapshot !== null) observation.addSnapshot(record.batch, entity, snapshot);
    else {
      const [from, to] = ['observed_from', 'observed_to'].map((name) => at(name) as number | null);
      observation.addDated(record.batch, entity, { first: hired!, term, from, to });
    }
    add(row, snapshot === null ? RowKind.dated : RowKind.snapshot, stated, {
      day: snapshot ?? hired!,
      hired: hired ?? NONE,
      term: term ?? NONE,
    });
  });
  visit(view, 'assignments', (row) => {
    const { at, record } = row;
    const stated = termsOf(row, 'agency');
    if (stated === null) return;
    const [first, term] = [at('start_date') as number, at('end_date') as number | null];
    // Ends lie in the future as a rule; only days on which something began are known to have come.
    assigned.addDated(record.batch, terms.list[stated].entity, { first, term: null, from: null, to: null });
    add(row, RowKind.assignment, stated, { day: first, hired: first, term: term ?? NONE });
  });
  return { table, terms, persons, reasons, observation, assigned };
}

function visit(view: WorkspaceView, kind: string, use: (row: Values) => void): void {
  const positions = new Map(kindOf(kind).columns.map((column, i) => [column.name, i]));
  let current: StoredRecord;
  const at = (name: string) => {
    const position = positions.get(name);
    return position === undefined ? null : (current.values[position] ?? null);
  };
  view.store.visitRecords(kind, (record) => {
    current = record;
    use({ at, record });
  });
}

/** Gives the id of the terms of a row; null for a digital worker. */
function termsReader(
  view: WorkspaceView,
  entities: EntityFacts,
  table: TermsTable,
): (row: Values, otherwise: string) => number | null {
  return ({ at, record }, otherwise) => {
    const workerType = (at('worker_type') as string | null) ?? otherwise;
    const workerClass = view.dictionaries.workerClass(workerType);
    if (workerClass === 'digital') return null;
    const said = SAID.map(at);
    const attributes = record.attributes ?? {};
    const key = `${otherwise}\u0001${said.join('\u0001')}\u0001${record.attributes ? JSON.stringify(attributes) : ''}`;
    return table.idOf(key, (): Terms => {
      const text = (name: string) => at(name) as string | null;
      const number = (name: string) => at(name) as number | null;
      const entity = text('entity') ?? UNKNOWN_CODE;
      const hours = number('scheduled_hours') ?? number('contracted_hours');
      const codes = {
        ...attributes,
        entity,
        site: text('site'),
        unit: text('unit'),
        job: text('job_code'),
        worker_type: workerType,
        worker_class: workerClass,
        supplier: text('supplier') ?? text('agency'),
        owner: entities.ownerOf(entity, text('site')),
        care_setting: attributes['care_setting'] ?? entities.careSettings.get(entity) ?? null,
      };
      const fte = number('fte');
      return {
        codes: Object.fromEntries(
          Object.entries(codes).filter(
            (entry): entry is [string, string] => entry[1] !== null && entry[1] !== UNKNOWN_CODE,
          ),
        ),
        manager: text('manager_id'),
        position: text('position_id'),
        fte,
        scheduledHours: hours === null ? null : hours / UNITS_PER_HOUR,
        baseRate: number('base_rate'),
        currency: text('currency'),
        onLeave: number('on_leave') === 1,
        entity,
        isContract: workerClass === 'external',
        isFullTime: isFullTime(workerType, fte),
      };
    });
  };
}
