import { Search } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
} from 'react-aria-components';
import { displayText, formatNumber } from '../../main/contract/format.ts';
import { rank } from '../shell/palette-search.ts';
import { useInitialFocus } from '../shell/use-initial-focus.ts';
import controls from '../theme/controls.module.css';
import styles from './side-picker.module.css';

/** One that can be chosen, and what tells it from others of its name. */
export type Choosable = { code: string; name: string; detail?: string | null };

type Props = {
  /** What is chosen here, e.g. "Target model". */
  label: string;
  /** Name of the one chosen; null where nobody is. */
  value: string | null;
  choices: readonly Choosable[];
  onChoose: (code: string) => void;
  /** Opens without being pressed, once. */
  opens?: { isOpen: boolean; onClose: () => void };
  /** In place of the name, where the button adds one. */
  text?: string;
  /** Of the button, for a label beside it. */
  id?: string;
};

/** More than these are not read but searched. */
const LISTED = 100;

/** A name that opens a list to choose another from by typing a few letters; there may be thousands. */
export function SidePicker({ label, value, choices, onChoose, opens, text, id }: Props) {
  const [isOpen, setOpen] = useState(false);
  const show = (open: boolean): void => {
    setOpen(open);
    if (!open) opens?.onClose();
  };
  const name = value === null ? 'Choose…' : displayText(value);
  return (
    <DialogTrigger isOpen={isOpen || opens?.isOpen === true} onOpenChange={show}>
      <Button
        id={id}
        className={`${controls.button} ${styles.button}`}
        aria-label={text ?? `${label}: ${name}`}
        data-empty={value === null || undefined}
      >
        {text ?? <span className={styles.name}>{name}</span>}
      </Button>
      <Popover
        className={`${controls.popover} ${styles.popover}`}
        placement="bottom start"
        offset={6}
        aria-label={label}
      >
        <Choices
          label={label}
          choices={choices}
          onChoose={(code) => {
            show(false);
            onChoose(code);
          }}
        />
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ label, choices, onChoose }: Pick<Props, 'label' | 'choices' | 'onChoose'>) {
  const focus = useInitialFocus();
  const [typed, setTyped] = useState('');
  const findable = choices.map((choice) => ({
    ...choice,
    label: choice.name,
    words: `${choice.code} ${choice.detail ?? ''}`,
  }));
  const found = rank(findable, typed, LISTED);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={`Search: ${label}`} className={styles.search}>
        <Search size={14} aria-hidden="true" className={styles.icon} />
        <Input
          ref={focus}
          className={`${controls.field} ${styles.input}`}
          placeholder={`Search ${formatNumber(choices.length)} by name or code`}
        />
      </SearchField>
      <ListBox
        aria-label={label}
        className={styles.list}
        items={found}
        onAction={(code) => onChoose(String(code))}
        renderEmptyState={() => (
          <p className={styles.none}>{choices.length === 0 ? 'Reading…' : 'Nothing is called that.'}</p>
        )}
      >
        {(choice) => (
          <ListBoxItem id={choice.code} textValue={choice.name} className={styles.choice}>
            <span>{displayText(choice.name)}</span>
            {choice.detail && <span className={styles.detail}>{displayText(choice.detail)}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      {found.length === LISTED && <p className={styles.none}>The first {LISTED} are listed. Search for the others.</p>}
    </Autocomplete>
  );
}
