import { displayText } from '../../main/contract/format.ts';
import type { PageDecision, PageModel } from '../../main/contract/page.ts';
import { useApp } from '../shell/store.ts';
import controls from '../theme/controls.module.css';
import styles from './notices.module.css';

const LEADS: Record<PageDecision['part'], string> = {
  assumptions: 'Change what is assumed',
  targets: 'Decide targets, owners and dates',
  synergies: 'Enter or change synergies',
  waves: 'Plan waves',
};

/** What is missing, or must be known to read the page right, and the way to change what people decide. */
export function Notices({ notices, decide = [] }: Pick<PageModel, 'notices' | 'decide'>) {
  const go = useApp((state) => state.go);
  if (notices.length === 0 && decide.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label="Notes on this page">
      {notices.map((notice) => (
        <li key={notice}>{displayText(notice)}</li>
      ))}
      {decide.map(({ part }) => (
        <li key={part}>
          <button type="button" className={controls.link} onClick={() => go({ view: 'decisions', part })}>
            {LEADS[part]}
          </button>
        </li>
      ))}
    </ul>
  );
}
