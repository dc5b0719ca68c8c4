import { hoursExclusion, inHours, isProductive } from './cell-tests.ts';
import { defineMetric, ratio } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell, variant: string | null) =>
  isProductive(cell) && (variant !== 'direct_care' || cell.directCare === true);

export default defineMetric({
  id: 'hours_per_unit',
  version: 1,
  title: 'Hours per unit of volume',
  formula: 'productive hours ÷ volume (hours per resident day where the volume is census)',
  unit: 'hours_per_unit',
  grain: 'site, unit and month',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "PBJ"',
  edgeCases: [
    'Volume counts once per site-day and is never filtered by job or worker type.',
    'Days without census, or with a census of nobody, bring no hours.',
    'Volumes extracts are matched by site, unit and month; patient_days is used when there are several measures.',
  ],
  variants: ['all', 'direct_care'],
  matchOn: ['site', 'unit', 'month'],
  place: (cell, variant) => (counts(cell, variant) ? 'base' : hoursExclusion(cell)),
  compute(cells, context, variant) {
    if (!context.volume) return { absence: 'not_measured', missing: ['volumes'] };
    if (variant === 'direct_care' && cells.length > 0 && cells.every((cell) => cell.directCare === null))
      return { absence: 'not_measured', missing: [], note: 'no extract says which jobs give direct care' };
    const { hoursOf, value, measure } = context.volume;
    const hours = cells.reduce((sum, cell) => (counts(cell, variant) ? sum + hoursOf(cell) : sum), 0);
    return ratio(inHours(hours), value, { note: `per ${measure.replace(/_/g, ' ')}` });
  },
});
