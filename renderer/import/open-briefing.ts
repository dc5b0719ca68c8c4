import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { bridge } from '../api.ts';
import { useAppStore } from '../shell/store.ts';

/** Goes to the page that was open before an import, or to the first one when there was none. */
export function useOpenBriefing(): () => void {
  const store = useAppStore();
  const client = useQueryClient();
  return useCallback(() => {
    const { place, go } = store.getState();
    if (place?.view === 'page') return;
    void (async () => {
      const workspace = await client.fetchQuery({ queryKey: ['workspace'], queryFn: () => bridge().api.workspace() });
      const briefings = await client.fetchQuery({ queryKey: ['briefings'], queryFn: () => bridge().api.briefings() });
      const first = briefings[0];
      if (workspace.rows > 0 && first?.pages[0]) go({ view: 'page', briefing: first.id, page: first.pages[0].id });
    })();
  }, [client, store]);
}
