import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { displayText } from '../../main/contract/format.ts';
import type { HarmonisationModel, HarmonisedCode } from '../../main/contract/harmonisation.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import styles from './target-search.module.css';
import { nameText } from './words.ts';

type Props = {
  targets: HarmonisationModel['targets'];
  /** Codes of the entity that have a target already. */
  othersOf: (target: string) => readonly HarmonisedCode[];
  onChoose: (target: string) => void;
};

/** Any target of the model, found by typing. */
export function TargetSearch({ targets, othersOf, onChoose }: Props) {
  const focus = useInitialFocus();
  return (
    <div className={styles.search}>
      <Autocomplete filter={(text, typed) => text.toLowerCase().includes(typed.trim().toLowerCase())}>
        <SearchField aria-label="Search the target model">
          <Input className={controls.field} placeholder="Search the target model" ref={focus} />
        </SearchField>
        <ListBox
          aria-label="Targets"
          className={styles.list}
          items={targets}
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className={styles.empty}>No target has that name.</p>}
        >
          {(target) => {
            const others = othersOf(target.code);
            return (
              <ListBoxItem id={target.code} textValue={`${nameText(target)} ${target.code}`} className={styles.item}>
                <span>{nameText(target)}</span>
                <span className={styles.code}>
                  {others.length > 0 ? `merges with ${others.map(nameText).join(', ')} · ` : ''}
                  {displayText(target.code)}
                </span>
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
