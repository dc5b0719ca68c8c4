import { displayText, formatNumber, formatValue } from '../../main/contract/format.ts';
import type { FileHandle, ReadingChoices } from '../../main/contract/api.ts';
import type { ExtractPreview } from '../../main/contract/workspace.ts';
import { bridge, failureOf } from '../api.ts';
import { FailureNote } from '../shell/failure-note.tsx';
import { useAppStore } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import styles from './candidate-pane.module.css';
import type { Candidate } from './import-flow.ts';
import { MappingTable } from './mapping-table.tsx';
import { QuestionBox } from './question-box.tsx';
import { Rejects } from './rejects.tsx';
import { SampleRows } from './sample-rows.tsx';

type Props = {
  candidate: Candidate;
  read: (handle: FileHandle, recipe: unknown, settings: ReadingChoices) => Promise<void>;
  map: (candidate: Candidate, source: string, target: string | null) => void;
  skip: (handle: FileHandle, skipped: boolean) => void;
  alone: boolean;
};

/** How one file is understood, and everything that can be changed about it. */
export function CandidatePane({ candidate, read, map, skip, alone }: Props) {
  const { handle, preview, failure, recipe, settings, reading, skipped } = candidate;
  const store = useAppStore();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      store.getState().say({ tone: 'failed', text: failureOf(error).message, hint: null });
    }
  };
  // What a file holds is part of its recipe; how dates and numbers are written is a setting beside it.
  const answer = (setting: string, value: string) =>
    setting === 'kind'
      ? read(handle, { kind: value, columns: {} }, settings)
      : read(handle, recipe, { ...settings, [setting]: value });
  const loadRecipe = () =>
    attempt(async () => {
      const chosen = await bridge().shell.chooseRecipe();
      if (chosen !== null) await read(handle, chosen, settings);
    });
  const saveRecipe = () =>
    attempt(async () => {
      const { saved } = await bridge().shell.saveRecipe({ recipe: preview?.recipe });
      if (saved)
        store.getState().say({ tone: 'done', text: 'Recipe saved.', hint: 'Load it the next time this file comes.' });
    });
  return (
    <div className={styles.pane} aria-busy={reading}>
      <div className={styles.bar}>
        {preview ? (
          <Recognition preview={preview} />
        ) : (
          <p className={controls.muted}>{reading ? 'Reading the first rows…' : displayText(handle.name)}</p>
        )}
        <div className={styles.tools}>
          <button type="button" className={controls.button} onClick={() => void loadRecipe()}>
            Use a recipe…
          </button>
          <button type="button" className={controls.button} disabled={!preview} onClick={() => void saveRecipe()}>
            Save recipe…
          </button>
          {!alone && (
            <button
              type="button"
              className={controls.button}
              aria-pressed={skipped}
              onClick={() => skip(handle, !skipped)}
            >
              {skipped ? 'Take in again' : 'Leave out'}
            </button>
          )}
        </div>
      </div>
      {failure && (
        <FailureNote
          failure={failure}
          level={2}
          heading="This file cannot be read as it is"
          action={
            recipe !== null
              ? { label: 'Back to what was recognised', run: () => void read(handle, null, settings) }
              : undefined
          }
        />
      )}
      {preview && (
        <div className={styles.content} data-dimmed={reading || undefined}>
          {preview.question && (
            <QuestionBox
              question={preview.question}
              onAnswer={(value) => void answer(preview.question!.setting, value)}
            />
          )}
          {preview.warnings.length > 0 && (
            <ul className={styles.warnings}>
              {preview.warnings.map((warning) => (
                <li key={`${warning.code} ${warning.message}`}>{displayText(warning.message)}</li>
              ))}
            </ul>
          )}
          <Rejects preview={preview} />
          <MappingTable preview={preview} onMap={(source, target) => map(candidate, source, target)} />
          <SampleRows preview={preview} />
        </div>
      )}
    </div>
  );
}

function Recognition({ preview }: { preview: ExtractPreview }) {
  return (
    <dl className={`${styles.facts} number`}>
      <div>
        <dt>Read as</dt>
        <dd>
          {preview.profile ?? preview.kind ?? 'not recognised'}
          {preview.profile && (
            <span className={controls.muted}>
              {' '}
              {formatValue(preview.confidence, 'share', { decimals: 0 })} of its columns
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>Kind</dt>
        <dd>{preview.kind ?? '–'}</dd>
      </div>
      <div>
        <dt>Encoding</dt>
        <dd>{preview.encoding}</dd>
      </div>
      <div>
        <dt>Delimiter</dt>
        <dd>{DELIMITERS[preview.delimiter] ?? preview.delimiter}</dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>{formatNumber(Math.ceil(preview.size / 1024))} KB</dd>
      </div>
    </dl>
  );
}

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
