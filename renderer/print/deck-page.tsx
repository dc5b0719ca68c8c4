import type { DeckModel } from '../../main/contract/deck.ts';
import { displayText } from '../../main/contract/format.ts';
import type { Chart as ChartModel, PageModel } from '../../main/contract/page.ts';
import { BriefingTable } from '../briefing/briefing-table.tsx';
import { layoutOf, mainOf } from '../../main/contract/paper/page-layout.ts';
import { densityOf } from './table-density.ts';
import { titleSize } from '../briefing/title-size.ts';
import { Chart } from '../charts/chart.tsx';
import { noticesOf } from '../../main/contract/paper/notices.ts';
import { sourceLines } from '../../main/contract/paper/source-lines.ts';
import { isEmpty } from '../../main/contract/empty-chart.ts';
import { deckType } from '../../main/contract/drawing/frame.ts';
import styles from './deck-page.module.css';
import { KpiLine } from './kpi-line.tsx';
import { Sheet } from './sheet.tsx';

/** One page of the briefing on paper: the same model as on the screen, laid out to be read from a distance. */
export function DeckPage({ page, deck, sheet }: { page: PageModel; deck: DeckModel; sheet: number }) {
  const rows = page.table.rows.length;
  const layout = layoutOf(page);
  // There is no room for it beneath a long table, less beneath the key figures, and none where the column is narrow.
  const strip = layout !== 'pair' || mainOf(page) === 'large' || rows > (page.kpis.length > 0 ? 4 : 8);
  const recommendation = page.recommendation && (
    <p className={styles.recommendation}>
      <strong>Recommend</strong> {displayText(page.recommendation.text)}
    </p>
  );
  const notices = noticesOf(page);
  const sources = sourceLines(page.source);
  return (
    <Sheet deck={deck} sheet={sheet} sources={sources.line} below={sources.below}>
      <p className={styles.question}>{displayText(page.question)}</p>
      <h2 className={styles.title} data-size={titleSize(page.title)}>
        {displayText(page.title)}
      </h2>
      <KpiLine kpis={page.kpis} />
      <div
        className={styles.columns}
        data-layout={layout}
        data-main={mainOf(page)}
        data-empty={isEmpty(page.chart) || undefined}
      >
        <Drawing chart={page.chart} />
        {page.inset && layout === 'three' && <Drawing chart={page.inset} />}
        {layout !== 'alone' && (
          <div className={styles.aside}>
            {rows > 0 && (
              <div className={styles.table} data-density={densityOf(page.table, layout)}>
                <h3 className={styles.heading}>{displayText(page.table.title)}</h3>
                <p className={styles.subtitle}>{displayText(page.table.subtitle)}</p>
                <BriefingTable table={page.table} />
              </div>
            )}
            {page.inset && layout === 'stacked' && (
              <div className={styles.inset}>
                <Drawing chart={page.inset} />
              </div>
            )}
            {!strip && recommendation}
          </div>
        )}
      </div>
      {strip && recommendation}
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={notice}>{displayText(notice)}</li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Drawing({ chart }: { chart: ChartModel }) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3 className={styles.heading}>{displayText(chart.title)}</h3>
        <p className={styles.subtitle}>{displayText(chart.subtitle)}</p>
      </figcaption>
      <div className={styles.drawing} role="img" aria-label={displayText(chart.description)}>
        <Chart chart={chart} type={deckType} />
      </div>
    </figure>
  );
}
