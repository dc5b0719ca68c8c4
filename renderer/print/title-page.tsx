import type { DeckModel } from '../../main/contract/deck.ts';
import { displayText, formatDay } from '../../main/contract/format.ts';
import styles from './title-page.module.css';

/** The front: whose deck, about what, as of when; and the page titles, which alone tell the story. */
export function TitlePage({ deck }: { deck: DeckModel }) {
  return (
    <section className={styles.sheet}>
      <div className={styles.front}>
        <p className={styles.wordmark}>Muster</p>
        <div>
          <p className={styles.workspace}>{displayText(deck.workspace)}</p>
          <h1 className={styles.title}>{displayText(deck.title)}</h1>
          {deck.subtitle && <p className={styles.subtitle}>{displayText(deck.subtitle)}</p>}
        </div>
        <dl className={`${styles.facts} number`}>
          <div>
            <dt>Scope</dt>
            <dd>{displayText(deck.scope)}</dd>
          </div>
          {deck.asOf && (
            <div>
              <dt>As of</dt>
              <dd>{formatDay(deck.asOf)}</dd>
            </div>
          )}
          <div>
            <dt>Status</dt>
            <dd>{deck.status}</dd>
          </div>
        </dl>
      </div>
      <nav className={styles.story} aria-label="The story in titles">
        <p className={styles.storyHead}>In short</p>
        <ol className={styles.list} data-many={deck.pages.length > 6 || undefined}>
          {deck.pages.map((page) => (
            <li key={page.id}>
              <span className={`${styles.number} number`}>{page.number}</span>
              <span>{displayText(page.title)}</span>
            </li>
          ))}
        </ol>
        {deck.leftOut.length > 0 && (
          <p className={styles.leftOut}>Without a page: {deck.leftOut.map(displayText).join('; ')}.</p>
        )}
      </nav>
    </section>
  );
}
