import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CommandId } from '../../main/contract/api.ts';
import type { BriefingOutline } from '../../main/contract/page.ts';
import { bridge, failureOf, isCancelled } from '../api.ts';
import { filtersOf, useAppStore, type AppState } from './store.ts';

/** What menu, palette and keyboard can ask for, in words. */
export const commandTitles: Record<CommandId, string> = {
  palette: 'Find or do…',
  import: 'Import extracts…',
  export_deck: 'Export the deck as PDF or slides, or its numbers as a workbook…',
  next_page: 'Next page',
  previous_page: 'Previous page',
  compare: 'Choose whom to compare…',
  widen: 'Widen the scope by one step',
  definitions: 'Definitions',
  extracts: 'Extracts',
  harmonise: 'Harmonise',
  decisions: 'Decisions',
  about: 'About Muster',
  shortcuts: 'Keyboard shortcuts',
};

/** Carries out a command wherever it came from; what makes no sense at the moment does nothing. */
export function useCommands(): (command: CommandId) => void {
  const store = useAppStore();
  const client = useQueryClient();
  return useCallback(
    (command) => {
      const state = store.getState();
      const open = state.shell?.open != null;
      switch (command) {
        case 'palette':
        case 'shortcuts':
        case 'about':
          return state.show(command);
        case 'import':
          return void chooseExtracts(state);
        case 'export_deck':
          return void exportDeck(state);
        case 'next_page':
        case 'previous_page':
          return turnPage(
            state,
            client.getQueryData<BriefingOutline[]>(['briefings']) ?? [],
            command === 'next_page' ? 1 : -1,
          );
        case 'compare':
          return compare(state, client.getQueryData<BriefingOutline[]>(['briefings']) ?? []);
        case 'widen':
          return state.widen();
        case 'definitions':
          if (open) state.go({ view: 'definitions', metric: null });
          return;
        case 'decisions':
          if (open) state.go({ view: 'decisions', part: null });
          return;
        case 'extracts':
        case 'harmonise':
          if (open) state.go({ view: command });
      }
    },
    [client, store],
  );
}

async function chooseExtracts(state: AppState): Promise<void> {
  if (!state.shell?.open || state.importing) return;
  try {
    const files = await bridge().shell.chooseExtracts();
    if (files.length > 0) state.beginImport({ kind: 'files', files });
  } catch (error) {
    report(state, error);
  }
}

async function exportDeck(state: AppState): Promise<void> {
  const filters = filtersOf(state);
  if (state.place?.view !== 'page' || filters === null || state.exporting) return;
  state.setExporting(true);
  try {
    const made = await bridge().shell.exportDeck({ briefing: state.place.briefing, filters });
    if (made === null) return;
    const [what, parts] = savedAs(made.file);
    state.say({ tone: 'done', text: `${what} saved as ${made.file}`, hint: `${made.pages} ${parts}` });
  } catch (error) {
    report(state, error);
  } finally {
    state.setExporting(false);
  }
}

/** What a file is called by its ending, and what it consists of. */
function savedAs(file: string): [string, string] {
  if (/\.xlsx$/i.test(file)) return ['Workbook', 'sheets'];
  return /\.pptx$/i.test(file) ? ['Slides', 'slides'] : ['Deck', 'pages'];
}

function turnPage(state: AppState, briefings: BriefingOutline[], by: 1 | -1): void {
  const { place } = state;
  if (place?.view !== 'page') return;
  const pages = briefings.find((briefing) => briefing.id === place.briefing)?.pages ?? [];
  const next = pages[pages.findIndex((page) => page.id === place.page) + by];
  if (next) state.go({ view: 'page', briefing: place.briefing, page: next.id });
}

/** The first page that holds one against another, with its choice open. */
function compare(state: AppState, briefings: BriefingOutline[]): void {
  const briefing = briefings.find(({ pages }) => pages.some(({ id }) => id === 'alignment'));
  if (!briefing) return;
  state.go({ view: 'page', briefing: briefing.id, page: 'alignment' });
  state.chooseSides(true);
}

function report(state: AppState, error: unknown): void {
  const failure = failureOf(error);
  if (!isCancelled(failure)) state.say({ tone: 'failed', text: failure.message, hint: null });
}
