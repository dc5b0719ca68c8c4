import type { Kpi, SurvivalChart } from '../contract/page.ts';
import type { PageContent } from './page.ts';
import { EMPTY_TABLE } from './table-columns.ts';

const NO_CURVES: SurvivalChart = {
  kind: 'survival',
  title: 'Share still in post',
  subtitle: 'No data',
  description: 'There is nobody to follow.',
  timeUnit: 'months',
  ticks: [],
  curves: [],
};

/** A page about people where there are none to tell of: says why, and shows its key figures with their absence. */
export function withoutPeople(title: string, because: string, kpis: Kpi[]): PageContent {
  return {
    title,
    kpis,
    chart: NO_CURVES,
    inset: null,
    table: EMPTY_TABLE,
    recommendation: null,
    notices: [because],
  };
}
