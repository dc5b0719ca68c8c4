import type { Kpi } from '../contract/page.ts';
import { kpi } from './page.ts';
import type { History, PageContext } from './page.ts';

/** Annualised turnover as a key figure: of all who left, or of those who chose to. */
export function turnoverKpi(context: PageContext, history: History, variant: 'all' | 'voluntary' = 'all'): Kpi {
  return kpi(context, {
    id: 'turnover',
    label: variant === 'all' ? 'Turnover, annualised' : 'Voluntary turnover, annualised',
    metric: 'turnover_annualized',
    variant,
    lowerIsBetter: true,
    history,
  });
}
