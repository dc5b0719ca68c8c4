import { displayText } from '../../main/contract/format.ts';
import type { Recommendation } from '../../main/contract/page.ts';
import { useAppStore } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import styles from './recommendation-strip.module.css';

/** The one thing to do, and how the money in it was worked out. */
export function RecommendationStrip({ recommendation }: { recommendation: Recommendation }) {
  const store = useAppStore();
  const { query, basis, origin } = recommendation;
  return (
    <section className={styles.strip} aria-label="Recommendation">
      <h2 className={styles.word}>Recommend</h2>
      <p className={styles.text}>{displayText(recommendation.text)}</p>
      {query && (
        <button
          type="button"
          className={controls.link}
          onClick={() =>
            store.getState().openPanel({
              title: 'Recommendation',
              metric: origin?.definition ?? query.metric,
              figure: null,
              query,
              note: displayText(basis),
              rowsOnly: origin?.rowsOnly ?? false,
            })
          }
        >
          How it was worked out
        </button>
      )}
      {!query && basis && <p className={styles.basis}>{displayText(basis)}</p>}
    </section>
  );
}
