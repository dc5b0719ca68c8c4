import type { Stay } from '../workforce/stays.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { atEnd, isEmployee, isInPost } from './stay-tests.ts';

const counts = (stay: Stay, { closingDay }: PeopleContext, variant: string | null) =>
  isInPost(stay, closingDay(stay.entity)) && (variant === 'all' || isEmployee(stay));

export default definePeopleMetric({
  id: 'headcount',
  version: 1,
  title: 'Headcount',
  formula: 'people in post on the last day of the period',
  unit: 'count',
  grain: 'any split of people',
  additivity: 'semi-additive',
  source: 'Muster product definition §2 and §4',
  edgeCases: [
    'One person is one head, whatever jobs they hold; people on leave are in post, digital workers are nobody.',
    'all includes outside workers on contract; employees leaves them out.',
    'With snapshots the last one of the period counts; a period without one is not measured.',
    'Days between leaving and a rehire that bridges them are not in post.',
    'Per diem workers are no longer in post after 90 days without hours.',
    'Staff of an acquired entity count from the close; in today’s structure throughout.',
  ],
  variants: ['all', 'employees'],
  looksAt: atEnd,
  place: (stay, context, variant) => (counts(stay, context, variant) ? 'base' : null),
  compute(stays, context, variant) {
    const entities = new Set(stays.map(({ entity }) => entity));
    const unseen = [...entities].filter((entity) => context.closingDay(entity) === null).sort();
    if (stays.length === 0) return { absence: 'no_base', missing: [] };
    if (unseen.length === entities.size)
      return { absence: 'not_measured', missing: [], note: 'no snapshot in this period' };
    const heads = stays.filter((stay) => counts(stay, context, variant));
    const note = unseen.length > 0 ? { note: `without ${unseen.join(', ')}, not seen in this period` } : {};
    return { numerator: heads.length, denominator: null, value: heads.length, ...note };
  },
});
