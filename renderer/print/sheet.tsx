import type { ReactNode } from 'react';
import type { DeckModel } from '../../main/contract/deck.ts';
import { displayText } from '../../main/contract/format.ts';
import styles from './sheet.module.css';

type Props = {
  deck: DeckModel;
  sheet: number;
  /** What stands in the footer between the name and the mark of confidence. */
  sources: string[];
  /** A second line of the footer. */
  below?: string;
  children: ReactNode;
};

/** One page of paper with its footer. */
export function Sheet({ deck, sheet, sources, below, children }: Props) {
  return (
    <section className={styles.sheet}>
      <div className={styles.content}>{children}</div>
      <footer className={`${styles.footer} number`}>
        <p className={styles.line}>
          <span>{displayText([deck.workspace, deck.title, sheet].join(' · '))}</span>
          {sources.map((source) => (
            <span key={source}>{source}</span>
          ))}
          <span className={styles.mark}>{deck.status}</span>
        </p>
        {below && <p>{below}</p>}
      </footer>
    </section>
  );
}
