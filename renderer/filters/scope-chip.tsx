import { useState } from 'react';
import { Check, Search } from 'lucide-react';
import { Input, ListBox, ListBoxItem, SearchField, type Selection } from 'react-aria-components';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { FilterOptions } from '../../main/contract/page.ts';
import { useApp } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import { Chip } from './chip.tsx';
import styles from './filters.module.css';
import { stepsInForce } from './narrowing.ts';
import { scopeInWords } from './scope-words.ts';

type Dimension = FilterOptions['dimensions'][number];

/** More names than this are not read but searched. */
const LISTED = 200;

/** Entity, site, unit, job, worker type and whatever else the extracts carry: several values of each. */
export function ScopeChip({ options }: { options: FilterOptions }) {
  const narrowing = useApp((state) => state.narrowing);
  const releaseAll = useApp((state) => state.releaseAll);
  const [chosen, setChosen] = useState(options.dimensions[0]?.id);
  const dimension = options.dimensions.find((one) => one.id === chosen) ?? options.dimensions[0];
  const steps = stepsInForce(narrowing);
  if (!dimension) return null;
  return (
    <Chip name="Scope" value={scopeInWords(narrowing, options.dimensions)}>
      <div className={styles.scope}>
        <ul className={styles.dimensions} aria-label="Dimensions">
          {options.dimensions.map((one) => {
            const count = steps.find((step) => step.dimension === one.id)?.codes.length ?? 0;
            return (
              <li key={one.id}>
                <button
                  type="button"
                  className={styles.dimension}
                  aria-pressed={one === dimension}
                  onClick={() => setChosen(one.id)}
                >
                  {displayText(one.label)}
                  {count > 0 && <span className={`${styles.count} number`}>{count}</span>}
                </button>
              </li>
            );
          })}
        </ul>
        <Values key={dimension.id} dimension={dimension} />
        <div className={styles.scopeFoot}>
          <span className={controls.muted}>Choices apply at once.</span>
          <button type="button" className={controls.link} disabled={narrowing.length === 0} onClick={releaseAll}>
            Clear all
          </button>
        </div>
      </div>
    </Chip>
  );
}

function Values({ dimension }: { dimension: Dimension }) {
  const narrowing = useApp((state) => state.narrowing);
  const choose = useApp((state) => state.choose);
  const [search, setSearch] = useState('');
  const step = stepsInForce(narrowing).find((one) => one.dimension === dimension.id);
  const needle = search.trim().toLowerCase();
  const found = dimension.values.filter(
    (value) => needle === '' || `${value.label} ${value.code}`.toLowerCase().includes(needle),
  );
  const listed = found.slice(0, LISTED);

  const onSelection = (selection: Selection): void => {
    if (selection === 'all') return;
    // Values chosen before but not listed now stay chosen.
    const unlisted = (step?.codes ?? []).filter((code) => !listed.some((value) => value.code === code));
    const codes = [...unlisted, ...listed.filter((value) => selection.has(value.code)).map((value) => value.code)];
    choose({ dimension: dimension.id, codes, labels: step?.labels ?? {} });
  };

  return (
    <div className={styles.values}>
      <SearchField
        aria-label={`Search ${dimension.label}`}
        value={search}
        onChange={setSearch}
        className={styles.search}
      >
        <Search size={14} aria-hidden="true" className={styles.searchIcon} />
        <Input
          className={`${controls.field} ${styles.searchInput}`}
          placeholder={`Search ${formatNumber(dimension.values.length)} in ${dimension.label}`}
        />
      </SearchField>
      <ListBox
        aria-label={dimension.label}
        selectionMode="multiple"
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={step?.codes ?? []}
        onSelectionChange={onSelection}
        className={styles.list}
        renderEmptyState={() => <p className={styles.none}>Nothing is called that.</p>}
      >
        {listed.map((value) => (
          <ListBoxItem key={value.code} id={value.code} textValue={value.label} className={styles.value}>
            <span className={styles.box} aria-hidden="true">
              <Check size={12} strokeWidth={3} />
            </span>
            <span className={styles.valueLabel}>{displayText(value.label)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      {found.length > LISTED && (
        <p className={styles.more}>The {LISTED} with the most hours are listed. Search for the others.</p>
      )}
    </div>
  );
}
