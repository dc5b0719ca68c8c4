import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Heading, ProgressBar } from 'react-aria-components';
import type { ImportOutcome } from '../../main/contract/api.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { Progress } from '../../main/contract/workspace.ts';
import { bridge, failureOf, isCancelled } from '../api.ts';
import { useAppStore } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import dialog from './import-dialog.module.css';
import styles from './progress-step.module.css';
import { IMPORT_JOB, startWork, type Work } from './work.ts';

type Props = { work: Work; onDone: (outcomes: ImportOutcome[]) => void; onStopped: () => void };

/** How far an import is, and the way to stop it. Stopping leaves the workspace as it was. */
export function ProgressStep({ work, onDone, onStopped }: Props) {
  const [job] = useState(() => `${IMPORT_JOB}${crypto.randomUUID()}`);
  const store = useAppStore();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [stopping, setStopping] = useState(false);
  const started = useRef(false);

  useEffect(
    () =>
      bridge().onEvent(
        (event) => event.type === 'progress' && event.progress.job === job && setProgress(event.progress),
      ),
    [job],
  );
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void startWork(work, job)
      .then(onDone, (error: unknown) => {
        const failure = failureOf(error);
        store.getState().say({ tone: isCancelled(failure) ? 'done' : 'failed', text: failure.message, hint: null });
        onStopped();
      })
      .finally(() => void client.invalidateQueries());
  }, [work, job, onDone, onStopped, store, client]);

  const stop = (): void => {
    setStopping(true);
    void bridge().api.cancel({ job });
  };
  const known = progress?.total ? Math.min(1, progress.done / progress.total) : null;
  return (
    <>
      <header className={dialog.head}>
        <Heading slot="title" className={dialog.title}>
          {work.kind === 'sample' ? `Importing ${displayText(work.title)}` : 'Importing'}
        </Heading>
      </header>
      <div className={`${dialog.body} ${styles.body}`}>
        <ProgressBar
          aria-label="Import"
          className={styles.progress}
          isIndeterminate={known === null}
          value={(known ?? 0) * 100}
        >
          <div className={styles.track}>
            <div
              className={styles.bar}
              data-unknown={known === null || undefined}
              style={known === null ? undefined : { width: `${known * 100}%` }}
            />
          </div>
        </ProgressBar>
        <p className="number">
          {stopping ? 'Stopping…' : progress ? displayText(progress.stage) : 'Starting…'}
          {progress?.file && <span className={controls.muted}> {displayText(progress.file)}</span>}
        </p>
        {progress && (
          <p className={`${controls.muted} number`}>
            {formatNumber(progress.done)}
            {progress.total ? ` of ${formatNumber(progress.total)}` : ''}
          </p>
        )}
      </div>
      <footer className={dialog.foot}>
        <p className={controls.muted}>Stopping leaves the workspace as it was.</p>
        <button type="button" className={controls.button} disabled={stopping} onClick={stop}>
          Stop
        </button>
      </footer>
    </>
  );
}
