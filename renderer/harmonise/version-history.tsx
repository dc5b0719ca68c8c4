import { useState } from 'react';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { CrosswalkVersion } from '../../main/contract/harmonisation.ts';
import type { BatchInfo } from '../../main/contract/workspace.ts';
import { UndoDialog } from '../batches/undo-dialog.tsx';
import section from '../import/section.module.css';
import { useBatches } from '../queries.ts';
import place from '../shell/place.module.css';
import { ScrollRegion } from '../shell/scroll-region.tsx';
import controls from '../theme/controls.module.css';
import styles from './version-history.module.css';
import { momentText } from './words.ts';

const ACTIONS: Record<CrosswalkVersion['action'], string> = {
  decided: 'Decided',
  imported: 'Imported',
  undone: 'Taken back',
};

/** Every version of the crosswalk, newest first: what was done, when and by whom, and the way to take it back. */
export function VersionHistory({ history }: { history: readonly CrosswalkVersion[] }) {
  const batches = useBatches();
  const [undoing, setUndoing] = useState<BatchInfo | null>(null);
  if (history.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="versions">
      <h2 id="versions" className={place.section}>
        Versions
      </h2>
      <ScrollRegion className={section.scroll} label="Versions, table">
        <table className={`${section.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col" data-number>
                Version
              </th>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col" data-number>
                Batch
              </th>
              <th scope="col">
                <span className="visually-hidden">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map((version) => {
              const batch = batches.data?.find((one) => one.batch === version.batch);
              return (
                <tr key={version.version} data-counts={version.counts || undefined}>
                  <td data-number>{formatNumber(version.version)}</td>
                  <th scope="row">
                    {ACTIONS[version.action]}: {displayText(version.file)}
                  </th>
                  <td>{momentText(version.at)}</td>
                  <td>{version.by === null ? 'not recorded' : displayText(version.by)}</td>
                  <td data-number>{formatNumber(version.batch)}</td>
                  <td data-number>
                    {version.counts && batch && (
                      <button
                        type="button"
                        className={controls.button}
                        aria-label={`Undo version ${version.version}, batch ${version.batch}`}
                        onClick={() => setUndoing(batch)}
                      >
                        Undo…
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
    </section>
  );
}
