import type { Chart, PageModel } from '../page.ts';

/**
 * Where the second chart goes, if there is one: beneath a short table, or, beside a long table, in a column of its own
 * between chart and table. A chart on a page without a table stands alone. Screen and deck agree, so that a page is
 * recognised on paper.
 */
export type PageLayout = 'alone' | 'pair' | 'stacked' | 'three';

const SHORT_TABLE = 5;

export function layoutOf({ inset, table }: Pick<PageModel, 'inset' | 'table'>): PageLayout {
  if (inset === null) return table.columns.length === 0 ? 'alone' : 'pair';
  return table.rows.length <= SHORT_TABLE ? 'stacked' : 'three';
}

/** Columns that a table can have beside a chart that takes more than its half. */
const NARROW_TABLE = 5;

/** Whether the main chart takes more of the width: curves with their rows, cells, and rows of dots are read in detail. */
export function mainOf({ chart, table }: Pick<PageModel, 'chart' | 'table'>): 'large' | 'even' {
  const columns = table.columns.length;
  return LARGE[chart.kind] && columns > 0 && columns <= NARROW_TABLE ? 'large' : 'even';
}

const LARGE: Record<Chart['kind'], boolean> = {
  series: false,
  pairs: false,
  bridge: false,
  pyramid: false,
  survival: true,
  heat: true,
  dots: true,
  multiples: true,
};
