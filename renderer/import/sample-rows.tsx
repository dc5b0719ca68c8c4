import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import section from './section.module.css';
import styles from './sample-rows.module.css';

/** The first rows as they stand in the file. */
export function SampleRows({ preview }: { preview: ExtractPreview }) {
  if (preview.sample.length === 0) return null;
  return (
    <section>
      <h3 className={section.heading}>First rows, as read</h3>
      <ScrollRegion className={section.scroll} label="First rows">
        <table className={`${section.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {preview.header.map((name, index) => (
                <th key={index} scope="col">
                  {displayText(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((row) => (
              <tr key={row.row}>
                <th scope="row">{formatNumber(row.row)}</th>
                {preview.header.map((_, index) => (
                  <td key={index}>{displayText(row.cells[index] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
