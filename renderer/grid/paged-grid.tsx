import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { moveCell, type Cell } from './move-cell.ts';
import styles from './paged-grid.module.css';

export type GridColumn<Row> = {
  id: string;
  label: string;
  width: string;
  numeric: boolean;
  text: (row: Row) => string;
};

type Props<Row> = {
  label: string;
  total: number;
  columns: readonly GridColumn<Row>[];
  /** Names the question the rows answer, for the cache. */
  source: readonly unknown[];
  load: (offset: number, limit: number) => Promise<Row[]>;
};

const PAGE = 200;
const ROW = 28;

/**
 * Any number of rows, of which only those in sight are asked for and drawn.
 * One stop for Tab; arrow keys move an active cell that screen readers follow by `aria-activedescendant`, so that a row scrolled
 * out of the drawing never takes the focus with it.
 */
export function PagedGrid<Row>({ label, total, columns, source, load }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  // oxlint-disable-next-line react/incompatible-library -- its instance changes in place; nothing here is memoised on it
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    paddingStart: ROW,
    scrollPaddingStart: ROW,
  });
  const items = rows.getVirtualItems();
  const pages = [...new Set(items.map((item) => Math.floor(item.index / PAGE)))];
  const loaded = useQueries({
    queries: pages.map((page) => ({ queryKey: [...source, 'rows', page], queryFn: () => load(page * PAGE, PAGE) })),
    combine: (results) => new Map(results.map((result, index) => [pages[index], result.data])),
  });
  const rowAt = (index: number): Row | undefined => loaded.get(Math.floor(index / PAGE))?.[index % PAGE];

  const onKeyDown = (event: KeyboardEvent): void => {
    const sight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const next = moveCell(active, event, { rows: total, columns: columns.length, sight });
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    rows.scrollToIndex(next.row);
    document.getElementById(`${id}-head-${next.column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const onClick = (event: MouseEvent): void => {
    const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell]');
    if (cell) setActive({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
    scroller.current?.focus();
  };

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={total > 0 ? `${id}-${active.row}-${active.column}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={styles.head} style={template}>
          {columns.map((column, index) => (
            <div
              key={column.id}
              id={`${id}-head-${index}`}
              role="columnheader"
              className={styles.cell}
              data-numeric={column.numeric || undefined}
            >
              {column.label}
            </div>
          ))}
        </div>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.row}
              style={{ ...template, transform: `translateY(${item.start}px)` }}
            >
              {columns.map((column, index) => {
                const text = row === undefined ? '…' : column.text(row);
                const isActive = active.row === item.index && active.column === index;
                return (
                  <div
                    key={column.id}
                    id={`${id}-${item.index}-${index}`}
                    role="gridcell"
                    className={styles.cell}
                    data-numeric={column.numeric || undefined}
                    data-active={isActive || undefined}
                    title={text}
                    tabIndex={-1}
                    data-row={item.index}
                    data-column={index}
                  >
                    {text}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
