import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { displayText } from '../../main/contract/format.ts';
import { failureOf } from '../api.ts';
import { ExtractsPage } from '../batches/extracts-page.tsx';
import { PageView } from '../briefing/page-view.tsx';
import { DecisionsPage } from '../decisions/decisions-page.tsx';
import { DefinitionsPage } from '../definitions/definitions-page.tsx';
import { FigurePanel } from '../figures/figure-panel.tsx';
import { HarmonisePage } from '../harmonise/harmonise-page.tsx';
import { useBriefings, useFilterOptions, useWorkspace } from '../queries.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FailureNote } from './failure-note.tsx';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { Status } from './status.tsx';
import { useApp, useAppStore, useFilters } from './store.ts';
import { TopBar } from './top-bar.tsx';

/** The open workspace: navigation at the left, scope at the top, one place in the middle. */
export function Frame({ name }: { name: string }) {
  const workspace = useWorkspace();
  const briefings = useBriefings();
  const options = useFilterOptions();
  const client = useQueryClient();
  const store = useAppStore();
  const place = useApp((state) => state.place);
  const filters = useFilters();
  const hasRows = (workspace.data?.rows ?? 0) > 0;

  useEffect(() => {
    if (hasRows && options.data) store.getState().start(options.data.defaults);
  }, [hasRows, options.data, store]);

  // The first thing seen is the first page; a workspace without rows opens where extracts come in, and goes on to the
  // page when it is filled from outside the import dialog, which has its own way there.
  const first = briefings.data?.[0];
  const known = workspace.data !== undefined && briefings.data !== undefined;
  const wasEmpty = useRef(false);
  useEffect(() => {
    const { place: here, importing, go } = store.getState();
    if (!known) return;
    const arrived = here === null || (wasEmpty.current && hasRows && importing === null);
    wasEmpty.current = !hasRows;
    if (!arrived) return;
    go(
      hasRows && first?.pages[0] ? { view: 'page', briefing: first.id, page: first.pages[0].id } : { view: 'extracts' },
    );
  }, [known, hasRows, first, store]);

  useEffect(() => {
    document.title = `${displayText(name)} · Muster`;
    return () => {
      document.title = 'Muster';
    };
  }, [name]);

  const failed = [workspace, briefings, options].find((query) => query.isError && (hasRows || query !== options));
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        Skip to the page
      </a>
      <TopBar workspace={name} briefings={briefings.data ?? []} options={hasRows ? options.data : undefined} />
      <div className={styles.side}>
        <Navigation briefings={briefings.data ?? []} hasRows={hasRows} />
        <Status workspace={workspace.data} />
      </div>
      <main className={styles.main} id="content" tabIndex={-1}>
        <ErrorBoundary
          key={place === null ? 'none' : place.view === 'page' ? `${place.briefing}/${place.page}` : place.view}
        >
          {failed ? (
            <FailureNote
              failure={failureOf(failed.error)}
              action={{ label: 'Try again', run: () => void client.invalidateQueries() }}
            />
          ) : place?.view === 'page' && filters ? (
            <PageView briefing={place.briefing} page={place.page} filters={filters} briefings={briefings.data ?? []} />
          ) : place?.view === 'extracts' ? (
            <ExtractsPage />
          ) : place?.view === 'harmonise' ? (
            <HarmonisePage />
          ) : place?.view === 'decisions' ? (
            <DecisionsPage place={place} />
          ) : place?.view === 'definitions' ? (
            <DefinitionsPage metric={place.metric} />
          ) : null}
        </ErrorBoundary>
      </main>
      <FigurePanel options={options.data} />
    </div>
  );
}
