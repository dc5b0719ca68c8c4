import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import type { CommandId } from '../../main/contract/api.ts';
import type { BriefingOutline, FilterOptions } from '../../main/contract/page.ts';
import controls from '../theme/controls.module.css';
import { paletteEntries } from './palette-entries.ts';
import styles from './palette.module.css';
import { rank } from './palette-search.ts';
import { useApp, useAppStore } from './store.ts';
import { useInitialFocus } from './use-initial-focus.ts';

const SHOWN = 40;

/** The field and its list are a combobox that is always open; the autocomplete adds `aria-controls` and the active option. */
const combobox = { role: 'combobox', 'aria-expanded': true } as const;

/** Ctrl K: go to a page, do something, or narrow to a value by typing a few letters of it. */
export function Palette({ run }: { run: (command: CommandId) => void }) {
  const open = useApp((state) => state.overlay === 'palette');
  const show = useApp((state) => state.show);
  return (
    <ModalOverlay
      className={`${controls.scrim} ${styles.scrim}`}
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && show(null)}
      isDismissable
    >
      <Modal className={styles.box}>
        <Dialog className={styles.dialog} aria-label="Find or do">
          <Finder run={run} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ run }: { run: (command: CommandId) => void }) {
  const store = useAppStore();
  const client = useQueryClient();
  const open = useApp((state) => state.shell?.open != null);
  const focus = useInitialFocus();
  const [typed, setTyped] = useState('');
  const entries = useMemo(
    () =>
      paletteEntries({
        briefings: (open && client.getQueryData<BriefingOutline[]>(['briefings'])) || [],
        options: (open && client.getQueryData<FilterOptions>(['filterOptions'])) || null,
        open,
        run,
      }),
    [client, open, run],
  );
  const found = rank(entries, typed, SHOWN);
  return (
    // The list is already searched and ranked: the autocomplete only moves through it.
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label="Find a page, a command or a value" className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <Input ref={focus} className={styles.input} {...combobox} placeholder="Find a page, a command or a value" />
      </TextField>
      <ListBox
        className={styles.list}
        aria-label="Results"
        items={found}
        onAction={(key) => {
          store.getState().show(null);
          entries.find((entry) => entry.id === key)?.act(store.getState());
        }}
        renderEmptyState={() => <p className={styles.none}>Nothing is called that.</p>}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.label} className={styles.item}>
            <span className={styles.label}>{entry.label}</span>
            <span className={styles.group}>{entry.group}</span>
            {entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
