import type { PageContent } from './page.ts';
import { EMPTY_TABLE } from './table-columns.ts';

export const NO_TWO_ENTITIES =
  'No extract names two entities: labour, rosters or staffing with an entity, or an entities extract, do.';

/** A page of the integration briefing in a workspace that has nothing to integrate, with what would change that. */
export function noDeal(reason: string): PageContent {
  return {
    title: 'No entity is held against a target model yet',
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
