import { formatNumber } from '../../main/contract/format.ts';
import type { HarmonisationModel, StateTotal } from '../../main/contract/harmonisation.ts';
import { UNDECIDED_JOBS } from '../../main/contract/undecided-jobs.ts';
import controls from '../theme/controls.module.css';
import styles from './progress.module.css';
import { countText, headsText, hoursText, scoreText, STATE_WORDS, STATES } from './words.ts';

type Props = { model: HarmonisationModel; isOld: boolean; onBulk: () => void };

/** How many people and hours are mapped and, above all, are not: in view wherever the page is scrolled. */
export function Progress({ model, isOld, onBulk }: Props) {
  const { totals, bulk, domain, missing } = model;
  const { unmapped } = totals;
  const weights = weightsOf(STATES.map((state) => totals[state]));
  return (
    <section className={styles.strip} aria-label="What is mapped">
      <div className={styles.left}>
        <p className={styles.figure}>
          <strong>{weightText(unmapped)}</strong> unmapped
        </p>
        <p className={controls.muted}>
          {unmapped.heads === null ? '' : `${hoursText(unmapped.hours)}, `}
          {countText(unmapped.codes, domain)}
          {missing.includes('roster') && ' · heads need a roster'}
        </p>
      </div>
      <div className={styles.middle}>
        <div className={styles.bar} aria-hidden="true">
          {STATES.map((state, i) =>
            weights[i] > 0 ? <span key={state} data-state={state} style={{ flexGrow: weights[i] }} /> : null,
          )}
        </div>
        <ul className={styles.legend}>
          {STATES.map((state) => (
            <li key={state}>
              <span className={styles.swatch} data-state={state} aria-hidden="true" />
              <span>{STATE_WORDS[state]}</span>
              <span className={`${styles.count} number`}>
                {totals[state].codes === 0
                  ? '0'
                  : `${countText(totals[state].codes, domain)}, ${weightText(totals[state])}`}
              </span>
            </li>
          ))}
        </ul>
        {domain === 'job' && unmapped.codes > 0 && <p className={controls.muted}>{UNDECIDED_JOBS}</p>}
      </div>
      <button type="button" className={controls.primary} disabled={isOld || bulk.total.codes === 0} onClick={onBulk}>
        {bulkText(model)}
      </button>
    </section>
  );
}

/** What the entries of a total weigh: people where they are known, else hours. */
function weightText({ heads, hours }: StateTotal): string {
  return heads === null ? hoursText(hours) : headsText(heads);
}

/** Widths of the parts of the bar, all in people, else in hours, else in codes. */
function weightsOf(totals: readonly StateTotal[]): number[] {
  for (const pick of [({ heads }: StateTotal) => heads, ({ hours }: StateTotal) => hours]) {
    const weights = totals.flatMap((total) => pick(total) ?? []);
    if (weights.length === totals.length) return weights;
  }
  return totals.map(({ codes }) => codes);
}

function bulkText({ bulk, acceptAbove, domain }: HarmonisationModel): string {
  const scored = domain === 'job' ? `scored ${scoreText(acceptAbove)} or more` : 'with equal names';
  return bulk.total.codes === 0 ? `None left ${scored}` : `Accept ${formatNumber(bulk.total.codes)} ${scored}…`;
}
