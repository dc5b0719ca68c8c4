import type { Chart } from '../../main/contract/page.ts';
import { twinOf } from './chart-table.ts';
import styles from './twin.module.css';

/** The chart as a table. */
export function Twin({ chart }: { chart: Chart }) {
  const { head, rows } = twinOf(chart);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${chart.title}, as a table`} data-arrow-keys>
      <table className={`${styles.table} number`}>
        <thead>
          <tr>
            {head.map((label, index) => (
              <th key={index} scope="col">
                {label || <span className="visually-hidden">Group</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((text, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={column}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
