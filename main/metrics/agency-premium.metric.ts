import { isExternal, isProductive } from './cell-tests.ts';
import { matchExternalHours } from './matched-hours.ts';
import type { Basis } from './place-months.ts';
import { defineMetric, notMeasured, ratio } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell) => isExternal(cell) && isProductive(cell) && !cell.aggregate;

export default defineMetric({
  id: 'agency_premium',
  version: 1,
  title: 'Agency premium',
  formula:
    'Σ h·(bill including fees − own rate) ÷ Σ h·own rate, over external hours with employees in the same job, site and month',
  unit: 'ratio',
  grain: 'job × site × month',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "agency_premium"',
  edgeCases: [
    'base: regular cost ÷ regular hours of employees.',
    'loaded: twelve months of cost including leave, differentials and load ÷ productive hours; needs loads.',
    'overtime: overtime cost with variable load ÷ overtime hours; where there was no overtime 1.5 × base with variable load, and labelled so.',
    'Never a mean of ratios; hours without a match are reported; hours without a cost leave the figure.',
  ],
  variants: ['base', 'loaded', 'overtime'],
  matchOn: ['job', 'site', 'month'],
  trailingMonths: 11,
  reveals: 'pay',
  place: (cell) => (counts(cell) ? 'base' : null),
  compute(cells, context, variant) {
    const hours = cells.filter(counts);
    if (hours.length === 0)
      return cells.some((cell) => cell.aggregate) ? notMeasured('labor') : { absence: 'no_base', missing: [] };
    if (variant === 'loaded' && !context.knowsLoads) return notMeasured('loads');
    if (variant === 'overtime' && !context.knowsVariableLoad) return notMeasured('loads');
    const cellsOf = matchExternalHours(cells, context, variant as Basis);
    const total = cellsOf.reduce((sum, cell) => sum + cell.hours, 0);
    const priced = cellsOf.filter((cell) => cell.rate !== null);
    const own = priced.reduce((sum, cell) => sum + cell.hours * cell.rate!, 0);
    const billed = priced.reduce((sum, cell) => sum + cell.billed, 0);
    const share = total === 0 ? 0 : priced.reduce((sum, cell) => sum + cell.hours, 0) / total;
    const assumed = priced.reduce((sum, cell) => sum + (cell.assumed ? cell.hours : 0), 0);
    const note = `${Math.round(share * 100)}% of external hours matched${assumed > 0 ? `; ${Math.round((assumed / total) * 100)}% against 1.5 × base, as there was no overtime` : ''}`;
    return ratio(billed - own, own, { note });
  },
});
