import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import type { BriefingOutline, PageFilters, PageModel } from '../../main/contract/page.ts';
import { failureOf } from '../api.ts';
import { ChartActionsContext, type ChartActions } from '../charts/chart-actions.ts';
import { isEmpty } from '../../main/contract/empty-chart.ts';
import { NarrowedTo } from '../filters/narrowed-to.tsx';
import { pageQuery, useFilterOptions, usePage } from '../queries.ts';
import { SidesBar } from '../sides/sides-bar.tsx';
import { FailureNote } from '../shell/failure-note.tsx';
import { useAppStore } from '../shell/store.ts';
import { Announcement } from './announcement.tsx';
import { ChartCard } from './chart-card.tsx';
import { KpiRow } from './kpi-row.tsx';
import { Notices } from './notices.tsx';
import { layoutOf, mainOf } from '../../main/contract/paper/page-layout.ts';
import styles from './page-view.module.css';
import { RecommendationStrip } from './recommendation-strip.tsx';
import { SourceStrip } from './source-strip.tsx';
import { TableCard } from './table-card.tsx';
import { titleSize } from './title-size.ts';

type Props = { briefing: string; page: string; filters: PageFilters; briefings: BriefingOutline[] };

/** One page of a briefing under the filters in force. The page before stays, dimmed, until this one is there. */
export function PageView({ briefing, page, filters, briefings }: Props) {
  const query = usePage({ briefing, page, filters });
  const dimensions = useFilterOptions().data?.dimensions ?? [];
  usePrefetchedNeighbours({ briefing, page, filters, briefings });
  const actions = usePageActions();
  if (query.isError)
    return (
      <FailureNote failure={failureOf(query.error)} action={{ label: 'Try again', run: () => void query.refetch() }} />
    );
  if (!query.data) return <p className={styles.loading}>Reading the workspace…</p>;
  // The page before, or this one as it was before a decision or an import that is being followed.
  const isStale = query.isPlaceholderData || query.isFetching;
  return (
    <ChartActionsContext value={actions}>
      <article
        className={styles.page}
        aria-labelledby="page-title"
        aria-busy={isStale}
        data-stale={isStale || undefined}
      >
        <NarrowedTo dimensions={dimensions} />
        <PageBody model={query.data} />
      </article>
      <Announcement model={isStale ? null : query.data} />
    </ChartActionsContext>
  );
}

/** So few small multiples leave a tall card empty. */
const SHORT_PANELS = 2;

function PageBody({ model }: { model: PageModel }) {
  const layout = layoutOf(model);
  return (
    <>
      <header>
        <div className={styles.top}>
          <p className={styles.question}>{displayText(model.question)}</p>
          {model.sides && <SidesBar sides={model.sides} />}
        </div>
        <h1 id="page-title" className={styles.title} data-size={titleSize(model.title)}>
          {displayText(model.title)}
        </h1>
      </header>
      {model.kpis.length > 0 && <KpiRow kpis={model.kpis} />}
      <div
        className={styles.cards}
        data-layout={layout}
        data-main={mainOf(model)}
        data-empty={isEmpty(model.chart) || undefined}
        data-bare={model.kpis.length === 0 || undefined}
        data-short={(model.chart.kind === 'multiples' && model.chart.panels.length <= SHORT_PANELS) || undefined}
      >
        <div className={styles.chart}>
          <ChartCard chart={model.chart} />
        </div>
        {model.inset && (
          <div className={styles.inset}>
            <ChartCard chart={model.inset} />
          </div>
        )}
        {layout !== 'alone' && (
          <div className={styles.table}>
            <TableCard table={model.table} />
          </div>
        )}
      </div>
      <Notices notices={model.notices} decide={model.decide} />
      {model.recommendation && <RecommendationStrip recommendation={model.recommendation} />}
      <SourceStrip source={model.source} model={model} />
    </>
  );
}

/** What choosing a mark, a row or a number does on the screen. */
function usePageActions(): ChartActions {
  const store = useAppStore();
  return useMemo(
    () => ({
      narrow: (target) => store.getState().narrow(target),
      openFigure: (title, query, shown, origin) =>
        store.getState().openPanel({
          title,
          metric: origin?.definition ?? query.metric,
          figure: null,
          query,
          shown,
          note: origin?.basis ?? null,
          rowsOnly: origin?.rowsOnly ?? false,
        }),
    }),
    [store],
  );
}

/** Asks for the pages on either side once this one is seen, so that turning is immediate. */
function usePrefetchedNeighbours({ briefing, page, filters, briefings }: Props): void {
  const client = useQueryClient();
  const timer = useRef<number>(undefined);
  useEffect(() => {
    const pages = briefings.find((one) => one.id === briefing)?.pages ?? [];
    const here = pages.findIndex((one) => one.id === page);
    timer.current = window.setTimeout(() => {
      for (const next of [pages[here + 1], pages[here - 1]]) {
        if (next) void client.prefetchQuery(pageQuery({ briefing, page: next.id, filters }));
      }
    }, 250);
    return () => window.clearTimeout(timer.current);
  }, [briefing, page, filters, briefings, client]);
}
