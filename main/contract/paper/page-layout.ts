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
/** Columns and rows from which a table needs more than its half. */
const WIDE_TABLE = 5;
const LONG_TABLE = 12;

export type MainShare = 'large' | 'even' | 'small';

/**
 * How much of the width the main chart takes: curves with their rows, cells, and rows of dots are read in detail and
 * take more, a few bars beside a table that is wide and long take less.
 */
export function mainOf({ chart, inset, table }: Pick<PageModel, 'chart' | 'inset' | 'table'>): MainShare {
  const columns = table.columns.length;
  if (chart.kind === 'pairs' && inset === null && columns >= WIDE_TABLE && table.rows.length >= LONG_TABLE)
    return 'small';
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
