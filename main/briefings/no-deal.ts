import type { PageContent } from './page.ts';
import { EMPTY_TABLE } from './table-columns.ts';

/** A page of the integration briefing in a workspace that has nothing to integrate, with what would change that. */
export function noDeal(reason: string): PageContent {
  return {
    title: 'Choose above which entity to hold against which target model',
    kpis: [],
    chart: {
      kind: 'dots',
      title: 'Nothing to show yet',
      subtitle: '',
      description: 'No dimension can be compared.',
      scale: { from: 0, to: 100 },
      labels: { now: 'now', before: null, target: null, band: null },
      rows: [],
    },
    inset: null,
    table: EMPTY_TABLE,
    recommendation: null,
    notices: [reason],
  };
}
