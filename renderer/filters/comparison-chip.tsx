import type { PageFilters } from '../../main/contract/page.ts';
import { useApp } from '../shell/store.ts';
import { Chip } from './chip.tsx';
import styles from './filters.module.css';

type Comparison = PageFilters['comparison'];

const COMPARISONS: { id: Comparison; chip: string; label: string; hint: string }[] = [
  { id: 'prior_year', chip: 'prior year', label: 'Prior year', hint: 'The same months one year earlier' },
  { id: 'prior_period', chip: 'prior period', label: 'Prior period', hint: 'As many months, directly before' },
  { id: 'none', chip: 'nothing', label: 'No comparison', hint: 'The period alone' },
];

/** What the period is held against. */
export function ComparisonChip() {
  const comparison = useApp((state) => state.period?.comparison);
  const setPeriod = useApp((state) => state.setPeriod);
  if (comparison === undefined) return null;
  return (
    <Chip name="vs" value={COMPARISONS.find((one) => one.id === comparison)!.chip}>
      <ul className={styles.offers} aria-label="Compare with">
        {COMPARISONS.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.offer}
              aria-pressed={one.id === comparison}
              onClick={() => setPeriod({ comparison: one.id })}
            >
              {one.label}
              <span className={styles.hint}>{one.hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </Chip>
  );
}
