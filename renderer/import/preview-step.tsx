import { useState } from 'react';
import { Heading } from 'react-aria-components';
import type { FileHandle } from '../../main/contract/api.ts';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import controls from '../theme/controls.module.css';
import { CandidatePane } from './candidate-pane.tsx';
import { readinessOf, useCandidates, type Candidate, type Readiness } from './import-flow.ts';
import dialog from './import-dialog.module.css';
import styles from './preview-step.module.css';
import type { Work } from './work.ts';

type Props = { files: FileHandle[]; onImport: (work: Work) => void; onCancel: () => void };

/** Each file as it would be read, before anything is stored. */
export function PreviewStep({ files, onImport, onCancel }: Props) {
  const { candidates, read, map, skip } = useCandidates(files);
  const [chosen, setChosen] = useState(0);
  const candidate = candidates[chosen];
  const ready = candidates.filter((one) => readinessOf(one) === 'ready');
  const open = candidates.filter((one) => !['skipped', 'ready'].includes(readinessOf(one)));
  const start = (): void =>
    onImport({
      kind: 'files',
      files: ready.map((one) => ({ file: one.handle.id, recipe: one.recipe, settings: one.settings })),
    });
  return (
    <>
      <header className={dialog.head}>
        <Heading slot="title" className={dialog.title}>
          {files.length === 1 ? `Import ${displayText(files[0].name)}` : `Import ${files.length} extracts`}
        </Heading>
        <p className={controls.muted}>Nothing is stored yet. Look at how each file is read, then import.</p>
      </header>
      <div className={styles.body}>
        {candidates.length > 1 && (
          <ul className={styles.files} aria-label="Files">
            {candidates.map((one, index) => (
              <li key={one.handle.id}>
                <button
                  type="button"
                  className={styles.file}
                  aria-pressed={index === chosen}
                  onClick={() => setChosen(index)}
                  data-skipped={one.skipped || undefined}
                >
                  <span className={styles.name}>{displayText(one.handle.name)}</span>
                  <span className={styles.state} data-state={readinessOf(one)}>
                    {STATES[readinessOf(one)]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <CandidatePane
          key={candidate.handle.id}
          candidate={candidate}
          read={read}
          map={map}
          skip={skip}
          alone={files.length === 1}
        />
      </div>
      <footer className={dialog.foot}>
        <p className={controls.muted} role="status">
          {readiness(ready.length, open)}
        </p>
        <div className={controls.actions}>
          <button type="button" className={controls.button} onClick={onCancel}>
            Cancel
          </button>
          <button
            type="button"
            className={controls.primary}
            disabled={ready.length === 0 || open.some((one) => one.reading)}
            onClick={start}
          >
            {ready.length > 1 ? `Import ${ready.length} files` : 'Import'}
          </button>
        </div>
      </footer>
    </>
  );
}

const STATES: Record<Readiness, string> = {
  reading: 'reading',
  skipped: 'left out',
  refused: 'refused',
  question: 'needs an answer',
  unknown: 'not recognised',
  incomplete: 'needs columns',
  ready: 'ready',
};

function readiness(ready: number, open: Candidate[]): string {
  const waiting = open.filter((one) => !one.reading).length;
  const reading = open.length - waiting;
  return [
    `${formatNumber(ready)} ready`,
    reading > 0 ? `${formatNumber(reading)} still being read` : null,
    waiting > 0
      ? `${formatNumber(waiting)} will be left out unless you answer or map ${waiting === 1 ? 'it' : 'them'}`
      : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
