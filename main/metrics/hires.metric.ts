import type { Stay } from '../workforce/stays.ts';
import type { Placement } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { isEmployee, isHeadline, partialNote } from './stay-tests.ts';

const ENTRIES = ['hire', 'rehire', 'conversion'] as const;

const begins = ({ begins: isFirst, first, seenFrom }: Stay, { observed }: PeopleContext) =>
  isFirst && first === seenFrom && first >= observed.first && first <= observed.last;

function place(stay: Stay, context: PeopleContext, variant: string | null): Placement {
  if (!isEmployee(stay) || !begins(stay, context)) return null;
  const { entry, startAfter } = stay.spell;
  if (entry === 'acquired') return { excluded: 'acquired, not hired' };
  if (entry === 'first_seen')
    return startAfter === null ? null : { excluded: 'seen for the first time long after the hire date' };
  if (!isHeadline(stay)) return { excluded: 'per diem workers are out of headline turnover' };
  return variant === 'all' || entry === variant ? 'base' : null;
}

export default definePeopleMetric({
  id: 'hires',
  version: 1,
  title: 'Hires',
  formula: 'spells of employment that began in the period',
  unit: 'count',
  grain: 'any split of employees',
  additivity: 'additive',
  source: 'Muster product definition §2 and exact rules, "Retention"',
  edgeCases: [
    'Staff of an acquired entity are acquired, not hired, and shown apart; in today’s structure they are its own hires.',
    'rehire: back after more than 90 days; within 90 days the spell goes on and nobody was hired.',
    'conversion: an outside worker who is employed within 90 days of the last assignment.',
    'A transfer between entities is no hire. Per diem workers are left out, as from separations, and shown.',
  ],
  variants: ['all', ...ENTRIES],
  isFlow: true,
  place,
  compute(stays, context, variant) {
    if (!stays.some(isEmployee)) return { absence: 'no_base', missing: [] };
    const hired = stays.filter((stay) => place(stay, context, variant) === 'base').length;
    return {
      numerator: hired,
      denominator: null,
      value: hired,
      ...(context.unobserved > 0 ? { note: partialNote(context) } : {}),
    };
  },
});
