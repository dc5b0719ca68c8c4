import { effectiveEnd } from '../workforce/spell-times.ts';
import type { Stay } from '../workforce/stays.ts';
import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { dayOnly, isHeadline, isInPost } from './stay-tests.ts';

const wasThere = (stay: Stay, { period, knownDay }: PeopleContext) =>
  isHeadline(stay) && isInPost(stay, knownDay(stay.entity, period.first));

/** Whether the spell had not ended on the last day of the period. */
function isRetained(stay: Stay, { closingDay }: PeopleContext): boolean {
  const day = closingDay(stay.entity);
  return day !== null && (stay.spell.end === null || effectiveEnd(stay.spell) >= day);
}

export default definePeopleMetric({
  id: 'retention_rate',
  version: 1,
  title: 'Retention rate',
  formula: 'in post on the first day and still on the last ÷ in post on the first day',
  unit: 'share',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4',
  edgeCases: [
    'Whoever moved to another group is retained: groups are those of the first day.',
    'Who came during the period counts on neither side; a gap that a rehire bridges is no loss.',
    'Per diem and outside workers are left out.',
    'With snapshots the last one up to each day counts. A period that the extracts cover in part is not measured.',
  ],
  reveals: 'stay',
  looksAt: (stay, context) => dayOnly(context.knownDay(stay.entity, context.period.first), context),
  place: (stay, context) => (wasThere(stay, context) ? 'base' : null),
  compute(stays, context) {
    const there = stays.filter((stay) => wasThere(stay, context));
    if (context.observed.last < context.period.last && there.some((stay) => context.closingDay(stay.entity) === null))
      return { absence: 'not_measured', missing: [], note: 'the extracts do not reach the end of the period' };
    return ratio(there.filter((stay) => isRetained(stay, context)).length, there.length);
  },
});
