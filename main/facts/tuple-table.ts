import { UNKNOWN_CODE } from '../model/dimensions.ts';

/** Codes by dimension; a dimension that is absent is `unknown`. */
export type Tuple = Readonly<Record<string, string>>;

/** One dimension over all tuples: its codes, and for every tuple the position of its code. */
export type DimensionColumn = { codes: string[]; ofTuple: Int32Array };

/**
 * The distinct combinations of dimension codes. Facts name a combination by its id, so that filters and splits
 * work on thousands of tuples instead of millions of rows.
 */
export class TupleTable {
  /** By key; made when a tuple is first looked up, which reading does not. */
  private ids: Map<string, number> | null = null;
  private readonly columns = new Map<string, DimensionColumn>();

  /** Starts with tuples that a table has numbered before, in its order. */
  constructor(private readonly tuples: Tuple[] = []) {}

  get size(): number {
    return this.tuples.length;
  }

  /** Id of a tuple, new or known. */
  idOf(tuple: Tuple): number {
    this.ids ??= new Map(this.tuples.map((one, at) => [keyOf(one), at]));
    const known = keyOf(tuple);
    const id = this.ids.get(known);
    if (id !== undefined) return id;
    const added = this.tuples.length;
    this.tuples.push(Object.fromEntries(Object.entries(tuple).filter(([, code]) => code !== UNKNOWN_CODE)));
    this.ids.set(known, added);
    this.columns.clear();
    return added;
  }

  at(id: number): Tuple {
    return this.tuples[id];
  }

  /** Every dimension that some tuple carries. */
  dimensions(): string[] {
    const names = new Set<string>();
    for (const tuple of this.tuples) for (const name of Object.keys(tuple)) names.add(name);
    return [...names];
  }

  column(dimension: string): DimensionColumn {
    const cached = this.columns.get(dimension);
    if (cached) return cached;
    const codes: string[] = [];
    const positions = new Map<string, number>();
    const ofTuple = new Int32Array(this.tuples.length);
    for (let id = 0; id < this.tuples.length; id++) {
      const code = this.tuples[id][dimension] ?? UNKNOWN_CODE;
      let position = positions.get(code);
      if (position === undefined) {
        position = codes.length;
        codes.push(code);
        positions.set(code, position);
      }
      ofTuple[id] = position;
    }
    const column = { codes, ofTuple };
    this.columns.set(dimension, column);
    return column;
  }
}

/** Names and codes with their lengths, in order of name: no two tuples have the same. */
function keyOf(tuple: Tuple): string {
  let key = '';
  for (const name of Object.keys(tuple).sort()) {
    const code = tuple[name];
    if (code !== UNKNOWN_CODE) key += `${name.length} ${name}${code.length} ${code}`;
  }
  return key;
}
