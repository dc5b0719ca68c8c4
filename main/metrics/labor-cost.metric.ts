import { defineMetric, notMeasured, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell) => !cell.aggregate;

export default defineMetric({
  id: 'labor_cost',
  version: 1,
  title: 'Labour cost',
  formula: 'all money on labour lines and final invoices',
  unit: 'money',
  grain: 'any split of labour lines',
  additivity: 'additive',
  source: 'Muster product definition §4, the total that pvm explains',
  edgeCases: [
    'An acquired entity counts throughout; in then-structure from the month of its close, which counts whole.',
    'Digital workers, statements of work and unmapped pay codes are in it; loads that no extract books are not.',
    'External cost is counted once: final invoices, else accruals.',
  ],
  reveals: 'pay',
  place: (cell) => (counts(cell) ? 'base' : { excluded: 'aggregate hours without cost' }),
  compute(cells) {
    const counted = cells.filter(counts);
    if (counted.length === 0) return cells.length > 0 ? notMeasured('labor') : { absence: 'no_base', missing: [] };
    const cost = sumOf(counted, 'cost', () => true);
    return { numerator: cost, denominator: null, value: cost };
  },
});
