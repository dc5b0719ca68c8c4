import type { FilterOptions } from '../../main/contract/page.ts';
import { displayText } from '../../main/contract/format.ts';
import { useApp } from '../shell/store.ts';
import { Chip } from './chip.tsx';
import styles from './filters.module.css';

/** Whether an acquired entity counts throughout or from its close on; only where the extracts cover a close. */
export function StructureChip({ structures }: Pick<FilterOptions, 'structures'>) {
  const structure = useApp((state) => state.structure);
  const setStructure = useApp((state) => state.setStructure);
  const chosen = structures.find(({ id }) => id === structure);
  if (chosen === undefined) return null;
  return (
    <Chip name="Structure" value={chosen.chip}>
      <ul className={styles.explained} aria-label="Structure">
        {structures.map(({ id, label, hint }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.offer}
              aria-pressed={id === structure}
              onClick={() => setStructure(id)}
            >
              {label}
              <span className={styles.hint}>{displayText(hint)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Chip>
  );
}
