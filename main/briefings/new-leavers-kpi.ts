import type { Kpi } from '../contract/page.ts';
import { kpi } from './page.ts';
import type { PageContext } from './page.ts';

/** How many of those who left had not been there for a year. */
export function newLeaversKpi(context: PageContext): Kpi {
  return kpi(context, {
    id: 'new_leavers',
    label: 'Leavers in their first year',
    metric: 'first_year_turnover',
    variant: 'leavers',
    lowerIsBetter: true,
    detail: (figure) => (figure.value === null ? '' : 'of all who left'),
  });
}
