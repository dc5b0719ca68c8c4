/** Power of two, at least twice the rows of a chunk. */
const SLOTS = 131_072;

/** Counts rows that equal an earlier row of the same chunk in all columns. Open addressing over row numbers. */
export class RepeatedRows {
  private readonly slots = new Int32Array(SLOTS);

  /** Rows counted from 0 to `rows`. NaN equals NaN. */
  count(columns: readonly ArrayLike<number>[], rows: number): number {
    const { slots } = this;
    slots.fill(-1);
    let repeated = 0;
    for (let row = 0; row < rows; row++) {
      let slot = hashOf(columns, row) & (SLOTS - 1);
      while (slots[slot] >= 0 && !sameRow(columns, slots[slot], row)) slot = (slot + 1) & (SLOTS - 1);
      if (slots[slot] >= 0) repeated++;
      else slots[slot] = row;
    }
    return repeated;
  }
}

function hashOf(columns: readonly ArrayLike<number>[], row: number): number {
  let hash = 0x9e3779b9 | 0;
  for (const column of columns) {
    hash = Math.imul(hash ^ column[row], 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash ^ (hash >>> 16);
}

function sameRow(columns: readonly ArrayLike<number>[], a: number, b: number): boolean {
  return columns.every((column) => column[a] === column[b] || (column[a] !== column[a] && column[b] !== column[b]));
}
