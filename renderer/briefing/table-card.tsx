import { displayText } from '../../main/contract/format.ts';
import type { Table } from '../../main/contract/page.ts';
import { BriefingTable } from './briefing-table.tsx';
import card from './card.module.css';
import styles from './table-card.module.css';

/** From here on rows stand closer, so that the page still fits a window. */
const MANY = 7;

/** The supporting table of a page. */
export function TableCard({ table }: { table: Table }) {
  return (
    <section
      className={`${card.card} ${table.rows.length > MANY ? styles.dense : ''}`}
      aria-label={displayText(table.title)}
    >
      <h2 className={card.title}>{displayText(table.title)}</h2>
      <p className={card.subtitle}>{displayText(table.subtitle)}</p>
      {table.rows.length === 0 ? (
        <p className={styles.empty}>No rows in this scope.</p>
      ) : (
        <BriefingTable table={table} />
      )}
    </section>
  );
}
