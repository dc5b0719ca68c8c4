import type { ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import controls from '../theme/controls.module.css';
import styles from './chip.module.css';

type Props = {
  /** What the chip filters, e.g. "Period". */
  name: string;
  /** What is chosen, e.g. "Oct 2025 – Sep 2026". */
  value: string;
  children: ReactNode;
};

/** A filter in the top bar: says what is chosen, opens where it is changed. */
export function Chip({ name, value, children }: Props) {
  return (
    <DialogTrigger>
      <Button className={`${controls.button} ${styles.chip}`} aria-label={`${name}: ${value}`}>
        <span className={styles.name}>{name}</span> <span className={styles.value}>{value}</span>
      </Button>
      {/* Without a Dialog inside the popover itself is the dialog, and holds its hidden dismiss buttons too. */}
      <Popover className={`${controls.popover} ${styles.body}`} placement="bottom end" offset={6} aria-label={name}>
        {children}
      </Popover>
    </DialogTrigger>
  );
}
