/** A piece of text that stays in one, with its height; `keepWithNext` for a heading that must not stand last. */
export type Piece = { height: number; keepWithNext: boolean };

/**
 * Fills columns of one height with pieces in order and gives the indexes in each column.
 *
 * A piece that does not fit starts the next column, and takes along the pieces before it that must not be parted from it.
 * A piece taller than a column gets one of its own: it is for the caller to make pieces small enough.
 */
export function fillColumns(pieces: readonly Piece[], height: number): number[][] {
  const columns: number[][] = [];
  let column: number[] = [];
  let used = 0;
  pieces.forEach((piece, index) => {
    if (column.length > 0 && used + piece.height > height) {
      const kept = lastFree(column, pieces);
      const carried = kept === 0 ? [] : column.splice(kept);
      columns.push(column);
      column = carried;
      used = carried.reduce((sum, at) => sum + pieces[at].height, 0);
    }
    column.push(index);
    used += piece.height;
  });
  if (column.length > 0) columns.push(column);
  return columns;
}

/** How many pieces may stay when the column is closed: trailing ones that keep with the next must leave. */
function lastFree(column: number[], pieces: readonly Piece[]): number {
  let count = column.length;
  while (count > 0 && pieces[column[count - 1]].keepWithNext) count -= 1;
  return count;
}

/** Groups a list into runs of so many, e.g. columns into pages. */
export function inGroups<T>(list: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < list.length; at += size) groups.push(list.slice(at, at + size));
  return groups;
}
