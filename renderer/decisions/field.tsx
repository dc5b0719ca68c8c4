import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

type Props = {
  label: string;
  /** What stands behind the control, e.g. a unit. */
  suffix?: string;
  hint?: string;
  children: (parts: { id: string; describedBy: string | undefined }) => ReactNode;
};

/** A labelled control with what helps to fill it in. */
export function Field({ label, suffix, hint, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.control}>
        {children({ id, describedBy: hint === undefined ? undefined : hintId })}
        {suffix !== undefined && (
          <span className={styles.suffix} aria-hidden="true">
            {suffix}
          </span>
        )}
      </div>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
