import { UsageError } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import type { DimensionColumn } from '../facts/tuple-table.ts';
import { BUILT_IN_DIMENSIONS, LINE_DIMENSIONS, TUPLE_DIMENSIONS, UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Dictionaries } from '../workspace/dictionaries.ts';

/** Groups of tuples that agree on some dimensions. */
export type TupleGroups = {
  groupOf: Int32Array;
  /** Codes of each group in the order of `dimensions`. */
  keys: string[][];
  dimensions: readonly string[];
};

/** So many pairs of group and code are numbered in one array, more in a map. */
const MOST_IN_A_TABLE = 1_000_000;

/** What a user may split or filter by, and how tuples fall into it. */
export class DimensionIndex {
  private readonly derived = new Map<string, DimensionColumn>();
  private readonly offered: string[] = [];
  private idsOnce: string[] | null = null;
  private known: ReadonlySet<string> | null = null;

  constructor(
    private readonly dictionaries: Dictionaries,
    /** Care setting by entity, from the entities extract. */
    careSettings: ReadonlyMap<string, string>,
  ) {
    this.derived.set('care_setting', this.careSettingColumn(careSettings));
  }

  /** Adds a column that is worked out rather than read. */
  derive(id: string, column: DimensionColumn): void {
    this.derived.set(id, column);
  }

  /** Adds one that users may name as well. */
  offer(id: string, column: DimensionColumn): void {
    this.derive(id, column);
    this.offered.push(id);
    this.idsOnce = null;
  }

  /** Ids of all dimensions: those built in, then attributes of the extracts. */
  ids(): string[] {
    this.idsOnce ??= this.findIds();
    return this.idsOnce;
  }

  private findIds(): string[] {
    const known = new Set<string>([...BUILT_IN_DIMENSIONS, ...TUPLE_DIMENSIONS]);
    return [
      ...BUILT_IN_DIMENSIONS,
      ...this.offered,
      ...this.dictionaries.tuples
        .dimensions()
        .filter((id) => !known.has(id))
        .sort(),
    ];
  }

  isLineDimension(id: string): boolean {
    return LINE_DIMENSIONS.has(id);
  }

  has(id: string): boolean {
    this.known ??= new Set<string>([...this.ids(), ...TUPLE_DIMENSIONS]);
    return this.known.has(id);
  }

  /** Throws a UsageError naming a dimension that does not exist. */
  require(ids: readonly string[]): void {
    for (const id of ids)
      if (!this.has(id))
        throw new UsageError(`"${id}" is not a dimension of this workspace; it has ${this.ids().join(', ')}.`);
  }

  column(id: string): DimensionColumn {
    return this.derived.get(id) ?? this.dictionaries.tuples.column(id);
  }

  /** 1 for every tuple that a filter lets through; dimensions of the cost line are not looked at. */
  mask(filter: Filter): Uint8Array {
    const mask = new Uint8Array(this.dictionaries.tuples.size).fill(1);
    for (const [id, codes] of Object.entries(filter)) {
      if (LINE_DIMENSIONS.has(id)) continue;
      const column = this.column(id);
      const wanted = new Set(codes);
      const allowed = column.codes.map((code) => (wanted.has(code) ? 1 : 0));
      for (let tuple = 0; tuple < mask.length; tuple++) mask[tuple] &= allowed[column.ofTuple[tuple]];
    }
    return mask;
  }

  /** Groups the tuples of a mask by some dimensions; others get −1. Groups are in the order of their first tuples. */
  group(dimensions: readonly string[], mask: Uint8Array): TupleGroups {
    const columns = dimensions.map((id) => this.column(id));
    const groupOf = new Int32Array(mask.length);
    for (let tuple = 0; tuple < mask.length; tuple++) groupOf[tuple] = mask[tuple] ? 0 : -1;
    let groups = 1;
    for (const column of columns) groups = splitGroups(groupOf, groups, column);
    const firsts: number[] = [];
    for (let tuple = 0; tuple < mask.length; tuple++) if (groupOf[tuple] === firsts.length) firsts.push(tuple);
    const keys = firsts.map((tuple) => columns.map(({ codes, ofTuple }) => codes[ofTuple[tuple]]));
    return { groupOf, keys, dimensions };
  }

  private careSettingColumn(careSettings: ReadonlyMap<string, string>): DimensionColumn {
    const own = this.dictionaries.tuples.column('care_setting');
    const entities = this.dictionaries.tuples.column('entity');
    const codes: string[] = [];
    const ofTuple = Int32Array.from(own.ofTuple, (position, tuple) => {
      const given = own.codes[position];
      const code =
        given === UNKNOWN_CODE ? (careSettings.get(entities.codes[entities.ofTuple[tuple]]) ?? UNKNOWN_CODE) : given;
      if (!codes.includes(code)) codes.push(code);
      return codes.indexOf(code);
    });
    return { codes, ofTuple };
  }
}

/** Splits groups of tuples by one more dimension, numbering them anew; how many there are then. */
function splitGroups(groupOf: Int32Array, groups: number, { codes, ofTuple }: DimensionColumn): number {
  const pairs = groups * codes.length;
  const table = pairs <= MOST_IN_A_TABLE ? new Int32Array(pairs) : null;
  const map = new Map<number, number>();
  let count = 0;
  for (let tuple = 0; tuple < groupOf.length; tuple++) {
    if (groupOf[tuple] < 0) continue;
    const pair = groupOf[tuple] * codes.length + ofTuple[tuple];
    let number = (table ? table[pair] : map.get(pair)) ?? 0;
    if (number === 0) {
      number = ++count;
      if (table) table[pair] = number;
      else map.set(pair, number);
    }
    groupOf[tuple] = number - 1;
  }
  return count;
}
