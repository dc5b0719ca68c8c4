import { displayText } from '../../main/contract/format.ts';
import styles from './notices.module.css';

/** What is missing, or must be known to read the page right. */
export function Notices({ notices }: { notices: string[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label="Notes on this page">
      {notices.map((notice) => (
        <li key={notice}>{displayText(notice)}</li>
      ))}
    </ul>
  );
}
