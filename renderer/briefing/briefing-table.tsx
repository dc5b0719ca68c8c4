import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { Table, TableCell, TableColumn, TableRow } from '../../main/contract/page.ts';
import { useChartActions, type ChartActions } from '../charts/chart-actions.ts';
import { cellAbsence } from '../../main/contract/absence.ts';
import { usePalette } from '../theme/use-palette.ts';
import { barMaxima, cellText } from '../../main/contract/paper/cell-text.ts';
import styles from './briefing-table.module.css';
import { useRovingCells } from './roving-cells.ts';

/**
 * The table of a page. On the screen it is a grid: arrow keys go from cell to cell, the row narrows, a number opens its figure.
 * In print it is a plain table.
 */
export function BriefingTable({ table }: { table: Table }) {
  const grid = useRef<HTMLTableElement>(null);
  const actions = useChartActions();
  const roving = useRovingCells(grid);
  const maxima = barMaxima(table.columns, table.rows);
  const narrows = actions !== null && table.rows.some((row) => row.narrow);
  return (
    <table
      ref={grid}
      className={styles.table}
      aria-label={displayText(table.title)}
      {...(actions && { role: 'grid', onKeyDown: roving.onKeyDown, onFocus: roving.onFocus })}
      data-arrow-keys={actions ? true : undefined}
    >
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.id} scope="col" className={styles.head} data-kind={column.kind}>
              {displayText(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <Row key={row.id} row={row} table={table} maxima={maxima} actions={actions} first={index === 0} />
        ))}
      </tbody>
      {narrows && (
        <caption className="visually-hidden">
          Enter on the first cell of a row narrows to it; Enter on a number opens its figure.
        </caption>
      )}
    </table>
  );
}

type RowProps = { row: TableRow; table: Table; maxima: number[]; actions: ChartActions | null; first: boolean };

function Row({ row, table, maxima, actions, first }: RowProps) {
  const { narrow } = row;
  const label = row.cells[0] && 'text' in row.cells[0] ? displayText(row.cells[0].text) : '';
  const open = (cell: TableCell, column: TableColumn): void => {
    if (actions && 'query' in cell && cell.query)
      actions.openFigure(
        [label, displayText(column.label)].filter(Boolean).join(': '),
        cell.query,
        cellText(cell, column),
        cell.origin,
      );
  };
  return (
    <tr
      className={styles.row}
      data-remainder={row.remainder || undefined}
      data-heads={row.heads}
      data-narrows={(actions && narrow !== null) || undefined}
      onClick={() => narrow && actions?.narrow(narrow)}
    >
      {table.columns.map((column, index) => {
        const cell = row.cells[index] ?? { text: '' };
        const opens = actions !== null && 'query' in cell && cell.query !== null;
        const act = (event: KeyboardEvent | MouseEvent): void => {
          if (opens) {
            event.stopPropagation();
            event.preventDefault();
            open(cell, column);
          } else if (narrow && actions && event.type === 'keydown') actions.narrow(narrow);
        };
        const interactive = actions && {
          tabIndex: first && index === 0 ? 0 : -1,
          onClick: act,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Enter' || event.key === ' ') act(event);
          },
        };
        const content = (
          <CellContent
            cell={cell}
            column={column}
            maximum={maxima[index] ?? 0}
            remainder={row.remainder}
            opens={opens}
          />
        );
        return index === 0 ? (
          <th key={column.id} scope="row" className={styles.cell} data-kind={column.kind} {...interactive}>
            {content}
          </th>
        ) : (
          <td key={column.id} className={styles.cell} data-kind={column.kind} {...interactive}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

type CellProps = { cell: TableCell; column: TableColumn; maximum: number; remainder: boolean; opens: boolean };

function CellContent({ cell, column, maximum, remainder, opens }: CellProps) {
  const palette = usePalette();
  if ('text' in cell) return cellText(cell, column);
  const absent = cell.value === null;
  const text = (
    <span
      className={styles.figure}
      data-opens={opens || undefined}
      data-absent={absent || undefined}
      title={absent ? cellAbsence(cell.absence) : undefined}
    >
      {cellText(cell, column)}
    </span>
  );
  if (column.kind !== 'bar') return text;
  const length = maximum > 0 && cell.value !== null ? Math.abs(cell.value) / maximum : 0;
  // A remainder larger than every row has no bar rather than one that is cut.
  const drawn = length <= 1;
  const negative = (cell.value ?? 0) < 0;
  const color = remainder ? palette.prior.cost : palette.mark.cost;
  return (
    <span className={styles.barCell}>
      <span className={styles.track} aria-hidden="true">
        {drawn && (
          <span
            className={styles.bar}
            style={{
              width: `${length * 100}%`,
              ...(negative ? { boxShadow: `inset 0 0 0 1.5px ${color}` } : { background: color }),
            }}
          />
        )}
      </span>
      {text}
    </span>
  );
}
