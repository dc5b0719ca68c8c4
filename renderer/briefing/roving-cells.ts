import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

const CELLS = 'tbody th, tbody td';

/**
 * Arrow keys inside a small table: one stop for Tab, then from cell to cell. The browser's focus is the only state, so rows may
 * come and go with the filter.
 */
export function useRovingCells(table: RefObject<HTMLTableElement | null>) {
  return {
    onKeyDown(event: KeyboardEvent): void {
      const cell = (event.target as Element).closest<HTMLTableCellElement>('th, td');
      const row = cell?.closest('tr');
      if (!cell || !row || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = neighbour(cell, row, event.key);
      if (next === undefined) return;
      event.preventDefault();
      next?.focus();
    },
    onFocus(event: FocusEvent): void {
      for (const cell of table.current?.querySelectorAll<HTMLElement>(CELLS) ?? [])
        cell.tabIndex = cell === event.target ? 0 : -1;
    },
  };
}

/** The cell a key leads to: null at the edge, undefined when the key does not move. */
function neighbour(cell: HTMLTableCellElement, row: HTMLTableRowElement, key: string): HTMLElement | null | undefined {
  const inRow = (target: Element | null | undefined): HTMLElement | null =>
    (target?.children[cell.cellIndex] as HTMLElement | undefined) ?? null;
  switch (key) {
    case 'ArrowLeft':
      return cell.previousElementSibling as HTMLElement | null;
    case 'ArrowRight':
      return cell.nextElementSibling as HTMLElement | null;
    case 'ArrowUp':
      return inRow(row.previousElementSibling);
    case 'ArrowDown':
      return inRow(row.nextElementSibling);
    case 'Home':
      return row.firstElementChild as HTMLElement;
    case 'End':
      return row.lastElementChild as HTMLElement;
    default:
      return undefined;
  }
}
