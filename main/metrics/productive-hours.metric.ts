import { hoursExclusion, inHours, isProductive } from './cell-tests.ts';
import { defineMetric, sumOf } from './metric.ts';

export default defineMetric({
  id: 'productive_hours',
  version: 1,
  title: 'Productive hours',
  formula: 'regular + overtime + call-back hours',
  unit: 'hours',
  grain: 'any split of labour lines or staffing records',
  additivity: 'additive',
  source: 'Muster product definition §2, pay classes',
  edgeCases: [
    'An acquired entity counts throughout; in then-structure from the month of its close, which counts whole.',
    'Hours of aggregate staffing extracts are worked hours and count as productive.',
    'Digital workers have no hours.',
  ],
  place: (cell) => (isProductive(cell) ? 'base' : hoursExclusion(cell)),
  compute(cells) {
    const hours = inHours(sumOf(cells, 'hours', isProductive));
    return cells.some(isProductive)
      ? { numerator: hours, denominator: null, value: hours }
      : { absence: 'no_base', missing: [] };
  },
});
