import type { DeckModel } from '../../main/contract/deck.ts';
import type { PageModel, TableColumn } from '../../main/contract/page.ts';
import { wards } from '../renderer/charts.ts';

/** A deck of one page, for tests of what is made of decks. */
export const column = (label: string, over: Partial<TableColumn> = {}): TableColumn => ({
  id: label,
  label,
  kind: 'number',
  unit: 'share',
  currency: null,
  signed: false,
  ...over,
});
export const amount = (value: number | null, absence: string | null = null) => ({ value, absence, query: null });

export const page = (over: Partial<PageModel> = {}): PageModel => ({
  id: 'who_works',
  briefing: 'cfo',
  number: 1,
  question: 'Who does our work?',
  title: 'External labour is 12% of hours',
  scope: 'Oct 2025 – Sep 2026, all entities',
  kpis: [],
  chart: wards,
  inset: null,
  table: { title: 'Units', subtitle: '', columns: [], rows: [] },
  recommendation: null,
  notices: [],
  source: { asOf: '2026-09-30', rows: 3, quarantined: 0, tieOut: '', structure: null, definitions: [], batches: [] },
  ...over,
});

export const deck = (over: Partial<DeckModel> = {}): DeckModel => ({
  briefing: 'cfo',
  title: 'CFO briefing',
  subtitle: '',
  workspace: 'Acme',
  scope: 'Oct 2025 – Sep 2026',
  asOf: '2026-09-30',
  status: 'Board confidential',
  pages: [page()],
  leftOut: [],
  definitions: [],
  exclusions: [],
  batches: [],
  workerTypes: [],
  ...over,
});
