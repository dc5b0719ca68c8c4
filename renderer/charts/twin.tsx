import { displayText } from '../../main/contract/format.ts';
import type { Chart } from '../../main/contract/page.ts';
import { twinOf } from '../../main/contract/twins/chart-table.ts';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import { twinText } from '../../main/contract/twins/twin-text.ts';
import styles from './twin.module.css';

/** The chart as a table. */
export function Twin({ chart }: { chart: Chart }) {
  const { head, rows } = twinOf(chart);
  return (
    <ScrollRegion className={styles.scroll} label={`${displayText(chart.title)}, as a table`}>
      <table className={`${styles.table} number`}>
        <thead>
          <tr>
            {head.map((label, index) => (
              <th key={index} scope="col">
                {displayText(label) || <span className="visually-hidden">Group</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {twinText(cell)}
                  </th>
                ) : (
                  <td key={column}>{twinText(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
