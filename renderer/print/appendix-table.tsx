import type { DeckModel } from '../../main/contract/deck.ts';
import { AppendixHead } from './appendix-head.tsx';
import type { AppendixTableModel } from '../../main/contract/paper/appendix-tables.ts';
import styles from './appendix.module.css';
import { Measured } from './measured.tsx';
import { fillColumns } from '../../main/contract/paper/paginate.ts';
import { Sheet } from './sheet.tsx';
import { useReport } from './use-report.ts';

type Props = { deck: DeckModel; table: AppendixTableModel; firstSheet: number; onSheets: (count: number) => void };

/** Room for rows on a sheet, under the heading and the head of the table. */
const ROWS = 498;

/** One table over as many sheets as it needs; its head is repeated and no row is cut. */
export function AppendixTable({ deck, table, firstSheet, onSheets }: Props) {
  const every = table.rows.map((_, index) => index);
  return (
    <Measured selector="tbody tr" sample={<Rows table={table} rows={every} />}>
      {(heights) => {
        const sheets = fillColumns(
          heights.map((height) => ({ height, keepWithNext: false })),
          ROWS,
        );
        return <Sheets sheets={sheets} deck={deck} table={table} firstSheet={firstSheet} onSheets={onSheets} />;
      }}
    </Measured>
  );
}

function Sheets({ sheets, deck, table, firstSheet, onSheets }: Props & { sheets: number[][] }) {
  useReport(sheets.length, onSheets);
  return sheets.map((rows, index) => (
    <Sheet key={index} deck={deck} sheet={firstSheet + index} sources={[]}>
      <AppendixHead title={table.title} note={table.note} first={index === 0} />
      <Rows table={table} rows={rows} />
    </Sheet>
  ));
}

function Rows({ table, rows }: { table: AppendixTableModel; rows: number[] }) {
  return (
    <table className={styles.table} style={{ width: 1174, tableLayout: 'fixed' }}>
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.label} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.label} scope="col" data-number={column.number || undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {table.columns.map((column, index) =>
              index === 0 ? (
                <th key={column.label} scope="row">
                  {table.rows[row][index]}
                </th>
              ) : (
                <td key={column.label} data-number={column.number || undefined}>
                  {table.rows[row][index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
