import { X } from 'lucide-react';
import type { FilterOptions } from '../../main/contract/page.ts';
import { useApp } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import { stepsInForce } from './narrowing.ts';
import styles from './narrowed-to.module.css';
import { dimensionLabel, stepInWords } from './scope-words.ts';

/** The steps the reader took into the figures, each of which can be taken back alone. */
export function NarrowedTo({ dimensions }: { dimensions: FilterOptions['dimensions'] }) {
  const narrowing = useApp((state) => state.narrowing);
  const release = useApp((state) => state.release);
  const releaseAll = useApp((state) => state.releaseAll);
  if (narrowing.length === 0) return null;
  return (
    <div className={styles.row} role="group" aria-label="Narrowed to">
      <span className={controls.muted}>Narrowed to</span>
      {stepsInForce(narrowing).map((step) => {
        const dimension = dimensionLabel(step.dimension, dimensions);
        const words = stepInWords(step, dimensions);
        return (
          <button
            key={step.dimension}
            type="button"
            className={styles.token}
            onClick={() => release(step.dimension)}
            aria-label={`Remove ${dimension} ${words}`}
          >
            <span className={styles.dimension}>{dimension}</span>
            <span className={styles.words}>{words}</span>
            <X size={13} aria-hidden="true" />
          </button>
        );
      })}
      {narrowing.length > 1 && (
        <button type="button" className={controls.link} onClick={releaseAll}>
          Clear all
        </button>
      )}
      <span className={styles.hint}>
        <kbd>Esc</kbd> widens
      </span>
    </div>
  );
}
