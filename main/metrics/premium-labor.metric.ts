import { isInternal, isPerson } from './cell-tests.ts';
import { laborCost } from './labor-cost.ts';
import { matchExternalHours } from './matched-hours.ts';
import { defineMetric, notMeasured, ratio, sumOf } from './metric.ts';
import { overtimePremium } from './overtime-premium.metric.ts';

export default defineMetric({
  id: 'premium_labor',
  version: 1,
  title: 'Premium labour',
  formula: '(agency cost − loaded own cost of the same hours + overtime premium + incentive pay) ÷ all labour cost',
  unit: 'share',
  grain: 'job × site × month for the agency part',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Needs loads: without a loaded own cost there is nothing to compare with.',
    'External hours without employees in the same job, site and month bring no premium and are reported.',
    'The money is the numerator.',
  ],
  matchOn: ['job', 'site', 'month'],
  trailingMonths: 11,
  reveals: 'pay',
  place: (cell) => (cell.aggregate ? { excluded: 'aggregate hours without cost' } : isPerson(cell) ? 'base' : null),
  compute(cells, context) {
    const inPeriod = cells.filter((cell) => cell.month >= context.first && cell.month <= context.last);
    const cost = laborCost(inPeriod);
    if ('missing' in cost)
      return cost.missing.length > 0 ? notMeasured(...cost.missing) : { absence: 'no_base', missing: [] };
    if (!context.knowsLoads) return notMeasured('loads');
    const matched = matchExternalHours(cells, context, 'loaded');
    const total = matched.reduce((sum, cell) => sum + cell.hours, 0);
    const priced = matched.filter((cell) => cell.rate !== null);
    const agency = priced.reduce((sum, cell) => sum + cell.billed - cell.hours * cell.rate!, 0);
    const incentive = sumOf(inPeriod, 'cost', (cell) => isInternal(cell) && cell.payClass === 'incentive');
    const share = total === 0 ? 1 : priced.reduce((sum, cell) => sum + cell.hours, 0) / total;
    return ratio(agency + (overtimePremium(inPeriod) ?? 0) + incentive, cost.all, {
      note: `${Math.round(share * 100)}% of external hours matched`,
    });
  },
});
