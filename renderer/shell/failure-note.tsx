import type { Failure } from '../../main/contract/errors.ts';
import { displayText } from '../../main/contract/format.ts';
import controls from '../theme/controls.module.css';
import styles from './failure-note.module.css';

type Props = {
  failure: Failure;
  heading?: string;
  /** 1 where the note stands in place of a whole page. */
  level?: 1 | 2;
  action?: { label: string; run: () => void };
};

/** What went wrong, where, and what to do next; never a stack trace. */
export function FailureNote({ failure, heading, level = 1, action }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const { file, sheet, row, column } = failure.place;
  const place = [file, sheet, row === undefined ? null : `row ${row}`, column].filter((part) => part != null);
  const ours = failure.code === 'fault';
  return (
    <section className={styles.note} role="alert">
      <Heading className={styles.heading}>
        {heading ?? (ours ? 'Something went wrong on our side' : 'This could not be done')}
      </Heading>
      <p>{displayText(failure.message)}</p>
      {place.length > 0 && <p className={styles.place}>{displayText(place.join(' · '))}</p>}
      {ours && (
        <p className={styles.place}>
          Your workspace was not changed. Try again; if it happens twice, close and reopen the workspace.
        </p>
      )}
      {action && (
        <button type="button" className={controls.button} onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  );
}
