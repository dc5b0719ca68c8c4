import styles from './appendix.module.css';

/** Heading of an appendix part: a bookmark on its first sheet, plain text on the following ones. */
export function AppendixHead({ title, note, first }: { title: string; note: string; first: boolean }) {
  return (
    <>
      <p className={styles.kicker}>Appendix</p>
      {first ? <h2 className={styles.title}>{title}</h2> : <p className={styles.title}>{title}, continued</p>}
      <p className={styles.note}>{note}</p>
    </>
  );
}
