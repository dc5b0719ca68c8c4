import { ArrowRight, FileInput, FilePlus2, FolderOpen } from 'lucide-react';
import type { SampleOffer, ShellState } from '../../main/contract/api.ts';
import { displayText } from '../../main/contract/format.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import styles from './first-run.module.css';
import { useShellCall } from './shell-state.ts';
import { useAppStore } from './store.ts';

/** What is seen while no workspace is open: what this is, and the ways in. */
export function FirstRun({ shell }: { shell: ShellState }) {
  const call = useShellCall();
  const store = useAppStore();
  const openSample = async (sample: SampleOffer): Promise<void> => {
    const state = await call(() => bridge().shell.openSample({ sample: sample.id }));
    if (state?.empty) store.getState().beginImport({ kind: 'sample', sample: sample.id, title: sample.title });
  };
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <header className={styles.intro}>
          <h1 className={styles.wordmark}>Muster</h1>
          <p className={styles.lead}>
            Muster turns HR, payroll and agency extracts into a briefing that says what your workforce costs, who does
            the work, and what to do about it.
          </p>
          <p className={styles.sub}>
            It works on this computer alone: nothing is sent anywhere, and every figure opens the rows it came from.
          </p>
        </header>

        {shell.samples.length > 0 && (
          <section aria-labelledby="samples">
            <h2 id="samples" className={styles.heading}>
              See it with sample data
            </h2>
            <ul className={styles.samples}>
              {shell.samples.map((sample) => (
                <li key={sample.id}>
                  <button type="button" className={styles.sample} onClick={() => void openSample(sample)}>
                    <span className={styles.sampleTitle}>
                      {displayText(sample.title)}
                      <ArrowRight size={15} aria-hidden="true" />
                    </span>
                    <span className={styles.sampleText}>{displayText(sample.description)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}

        <section aria-labelledby="own">
          <h2 id="own" className={styles.heading}>
            Use your own
          </h2>
          <div className={styles.own}>
            <button
              type="button"
              className={controls.button}
              onClick={() => void call(() => bridge().shell.newWorkspace())}
            >
              <FilePlus2 size={15} aria-hidden="true" /> New workspace…
            </button>
            <button
              type="button"
              className={controls.button}
              onClick={() => void call(() => bridge().shell.openWorkspace())}
            >
              <FolderOpen size={15} aria-hidden="true" /> Open…
            </button>
            <p className={styles.drop}>
              <FileInput size={15} aria-hidden="true" /> or drop extracts (CSV, XLSX) anywhere on this window
            </p>
          </div>
        </section>

        {shell.recent.length > 0 && (
          <section aria-labelledby="recent">
            <h2 id="recent" className={styles.heading}>
              Recent
            </h2>
            <ul>
              {shell.recent.map((file) => (
                <li key={file.id}>
                  <button
                    type="button"
                    className={styles.recent}
                    onClick={() => void call(() => bridge().shell.openRecent({ id: file.id }))}
                  >
                    <span>{displayText(file.name)}</span>
                    <span className={styles.folder}>{displayText(file.folder)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
