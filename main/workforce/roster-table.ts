import { IntColumn } from '../facts/int-column.ts';

/** What a row is: employment or contract with its own first day, or who was there on one day. */
export const RowKind = { dated: 0, snapshot: 1, assignment: 2 } as const;

/** Stands for a day or a text that the row does not give. */
export const NONE = -0x80000000;

export type RosterRow = {
  person: number;
  kind: number;
  /** Hire or start, else the day of the snapshot. */
  day: number;
  hired: number;
  originallyHired: number;
  /** Last day in post. */
  term: number;
  /** Position in the list of reasons. */
  reason: number;
  terms: number;
  batch: number;
  line: number;
};

const FIELDS = [
  'person',
  'kind',
  'day',
  'hired',
  'originallyHired',
  'term',
  'reason',
  'terms',
  'batch',
  'line',
] as const satisfies readonly (keyof RosterRow)[];

/** Effective rows of rosters and assignments, a number a field: a roster for every month has millions. */
export class RosterTable {
  private readonly columns = Object.fromEntries(FIELDS.map((field) => [field, new IntColumn()])) as Record<
    keyof RosterRow,
    IntColumn
  >;

  get size(): number {
    return this.columns.person.length;
  }

  add(row: RosterRow): void {
    for (const field of FIELDS) this.columns[field].push(row[field]);
  }

  /** The rows by person and day; rows of one person and day stay in order of import. */
  sorted(persons: number): SortedRows {
    const { person, day } = this.columns;
    const start = new Uint32Array(persons + 1);
    for (let row = 0; row < this.size; row++) start[person.at(row) + 1]++;
    for (let p = 0; p < persons; p++) start[p + 1] += start[p];
    const next = start.slice();
    const order = new Uint32Array(this.size);
    for (let row = 0; row < this.size; row++) order[next[person.at(row)]++] = row;
    for (let p = 0; p < persons; p++) {
      if (start[p + 1] - start[p] > 1)
        order.subarray(start[p], start[p + 1]).sort((a, b) => day.at(a) - day.at(b) || a - b);
    }
    const inOrder = (column: IntColumn) => Int32Array.from(order, (row) => column.at(row));
    const sorted = Object.fromEntries(FIELDS.map((field) => [field, inOrder(this.columns[field])]));
    return { start, ...(sorted as Record<keyof RosterRow, Int32Array>) };
  }
}

/** Rows of person p are start[p] to start[p + 1]. */
export type SortedRows = { start: Uint32Array } & Record<keyof RosterRow, Int32Array>;
