import { displayText, formatDay, formatValue } from '../../main/contract/format.ts';
import type { WorkspaceInfo } from '../../main/contract/workspace.ts';
import styles from './status.module.css';
import { useProgress } from './use-progress.ts';

/** How much is in the workspace, how new it is, and that nothing leaves this computer. */
export function Status({ workspace }: { workspace: WorkspaceInfo | undefined }) {
  const progress = useProgress();
  if (!workspace) return null;
  const extracts = workspace.batches.filter((batch) => batch.state === 'published').length;
  return (
    <footer className={styles.status} aria-label="Workspace status">
      <p>
        <span className={styles.dot} aria-hidden="true" />
        {extracts === 1 ? '1 extract' : `${extracts} extracts`} · offline
      </p>
      {workspace.asOf && <p>Newest day {formatDay(workspace.asOf)}</p>}
      {workspace.resolvedShare !== null && <p>{formatValue(workspace.resolvedShare, 'share')} of hours resolved</p>}
      {progress && (
        <p className={styles.progress}>
          {displayText(progress.stage)}
          {progress.total
            ? ` ${formatValue(Math.min(1, progress.done / progress.total), 'share', { decimals: 0 })}`
            : '…'}
        </p>
      )}
    </footer>
  );
}
