import { displayText, formatDay, formatNumber } from '../../main/contract/format.ts';
import type { BatchInfo } from '../../main/contract/workspace.ts';
import controls from '../theme/controls.module.css';
import section from '../import/section.module.css';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import styles from './batch-ledger.module.css';

type Props = { batches: BatchInfo[]; onUndo: (batch: BatchInfo) => void; onQuarantine: (batch: BatchInfo) => void };

/** Newest batch first. Rows read are accepted plus quarantined plus duplicates, line by line. */
export function BatchLedger({ batches, onUndo, onQuarantine }: Props) {
  const ordered = [...batches].sort((a, b) => b.batch - a.batch);
  return (
    <section className={styles.card} aria-label="Batches">
      <ScrollRegion className={section.scroll} label="Batches, table">
        <table className={`${section.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col" data-number>
                Batch
              </th>
              <th scope="col">File</th>
              <th scope="col">Kind</th>
              <th scope="col">Covers</th>
              <th scope="col">Imported</th>
              {['Rows read', 'Accepted', 'Quarantined', 'Duplicates', 'Restated'].map((label) => (
                <th key={label} scope="col" data-number>
                  {label}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((batch) => (
              <tr key={batch.batch} data-undone={batch.state !== 'published' || undefined}>
                <td data-number>{batch.batch}</td>
                <th scope="row">
                  {displayText(batch.file)}
                  <span className={styles.profile}>{displayText(batch.profile)}</span>
                </th>
                <td>{batch.kind}</td>
                <td className={styles.covers}>
                  {batch.firstDay && batch.lastDay ? (
                    <>
                      <span>{formatDay(batch.firstDay)} –</span> <span>{formatDay(batch.lastDay)}</span>
                    </>
                  ) : (
                    '–'
                  )}
                </td>
                <td>{formatDay(batch.imported)}</td>
                <td data-number>{formatNumber(batch.rowsRead)}</td>
                <td data-number>{formatNumber(batch.accepted)}</td>
                <td data-number>
                  {batch.quarantined > 0 ? (
                    <button
                      type="button"
                      className={controls.link}
                      aria-label={`${formatNumber(batch.quarantined)} quarantined rows of batch ${batch.batch}`}
                      onClick={() => onQuarantine(batch)}
                    >
                      {formatNumber(batch.quarantined)}
                    </button>
                  ) : (
                    '0'
                  )}
                </td>
                <td data-number>{formatNumber(batch.duplicates)}</td>
                <td data-number>{formatNumber(batch.restated)}</td>
                <td data-number>
                  {batch.state === 'published' ? (
                    <button
                      type="button"
                      className={controls.button}
                      aria-label={`Undo batch ${batch.batch}`}
                      onClick={() => onUndo(batch)}
                    >
                      Undo…
                    </button>
                  ) : (
                    <span className={styles.state}>{batch.state}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
