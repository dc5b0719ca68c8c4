export type Cell = { row: number; column: number };

type Key = { key: string; ctrlKey: boolean; metaKey: boolean };

/** Where a key moves the active cell of a grid; null when the key does not move it. `sight` is how many rows are seen at once. */
export function moveCell(
  cell: Cell,
  { key, ctrlKey, metaKey }: Key,
  size: { rows: number; columns: number; sight: number },
): Cell | null {
  const far = ctrlKey || metaKey;
  const to = (row: number, column: number): Cell => ({
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : cell.row - 1, cell.column);
    case 'ArrowDown':
      return to(far ? size.rows - 1 : cell.row + 1, cell.column);
    case 'ArrowLeft':
      return to(cell.row, far ? 0 : cell.column - 1);
    case 'ArrowRight':
      return to(cell.row, far ? size.columns - 1 : cell.column + 1);
    case 'PageUp':
      return to(cell.row - size.sight, cell.column);
    case 'PageDown':
      return to(cell.row + size.sight, cell.column);
    case 'Home':
      return to(far ? 0 : cell.row, 0);
    case 'End':
      return to(far ? size.rows - 1 : cell.row, size.columns - 1);
    default:
      return null;
  }
}
