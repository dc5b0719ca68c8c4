import { hoursExclusion, inHours, isExternal, isProductive } from './cell-tests.ts';
import { defineMetric, ratio, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const counts = (cell: LaborCell, variant: string | null) =>
  isProductive(cell) && (variant !== 'direct_care' || cell.directCare === true);

export default defineMetric({
  id: 'external_share_hours',
  version: 1,
  title: 'External share of hours',
  formula: 'external productive hours ÷ all productive hours',
  unit: 'share',
  grain: 'any split of labour lines or staffing records',
  additivity: 'non-additive',
  source: 'Muster product definition §4; NQF/NSC-12.4 contract hours for the direct-care form',
  edgeCases: [
    'Productive hours are regular, overtime and call-back hours; hours of aggregate staffing extracts are worked hours and count as productive.',
    'Digital workers count on neither side.',
    'Hours with an unmapped pay code or without a worker type are left out and shown.',
    'direct_care counts the roles that an extract marks as direct care; for the Payroll-Based Journal RN, LPN, CNA, NAtrn and MedAide.',
  ],
  variants: ['all', 'direct_care'],
  place: (cell, variant) => (counts(cell, variant) ? 'base' : hoursExclusion(cell)),
  compute(cells, _context, variant) {
    if (variant === 'direct_care' && cells.length > 0 && cells.every((cell) => cell.directCare === null))
      return { absence: 'not_measured', missing: [], note: 'no extract says which jobs give direct care' };
    const all = sumOf(cells, 'hours', (cell) => counts(cell, variant));
    const external = sumOf(cells, 'hours', (cell) => counts(cell, variant) && isExternal(cell));
    return ratio(inHours(external), inHours(all));
  },
});
