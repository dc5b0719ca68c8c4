import { isPerson } from './cell-tests.ts';
import { laborCost } from './labor-cost.ts';
import { defineMetric, ratio } from './metric.ts';

export default defineMetric({
  id: 'external_share_cost',
  version: 1,
  title: 'External share of cost',
  formula: 'external cost including fees ÷ (wages + differentials + benefits + taxes + external cost)',
  unit: 'share',
  grain: 'any split of labour lines',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "External, counted once"',
  edgeCases: [
    'Final invoices give the external cost; without them the accrual on labour lines does; never both.',
    'Above 5% of external hours without a cost the share is not measured.',
    'Vendor money without hours (statements of work) is shown apart and is in no share.',
    'Benefits and taxes come from employer-cost lines or from the loads extract; without either "loads" is named as missing and the share reads high.',
  ],
  reveals: 'pay',
  place: (cell) => {
    if (cell.aggregate) return { excluded: 'aggregate hours without cost' };
    if (cell.workerClass === 'digital') return { excluded: 'digital workers are shown on their own line' };
    if (!isPerson(cell)) return { excluded: 'worker type not given' };
    if (cell.workerType === 'vendor' && cell.hours === 0 && cell.hourlessCost !== 0)
      return { excluded: 'statement-of-work money without hours, shown apart' };
    return 'base';
  },
  compute(cells, context) {
    const cost = laborCost(cells);
    if ('missing' in cost)
      return cost.missing.length > 0
        ? { absence: 'not_measured', missing: cost.missing }
        : { absence: 'no_base', missing: [] };
    return ratio(
      cost.external,
      cost.all,
      context.knowsLoads ? {} : { missing: ['loads'], note: 'benefits and taxes are not in the extracts' },
    );
  },
});
