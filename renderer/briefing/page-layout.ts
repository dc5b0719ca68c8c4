import type { PageModel } from '../../main/contract/page.ts';

/**
 * Where the second chart goes, if there is one: beneath a short table, or, beside a long table, in a column of its own
 * between chart and table. Screen and deck agree, so that a page is recognised on paper.
 */
export type PageLayout = 'pair' | 'stacked' | 'three';

const SHORT_TABLE = 5;

export function layoutOf({ inset, table }: Pick<PageModel, 'inset' | 'table'>): PageLayout {
  if (inset === null) return 'pair';
  return table.rows.length <= SHORT_TABLE ? 'stacked' : 'three';
}
