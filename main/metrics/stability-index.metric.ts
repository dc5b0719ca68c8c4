import type { Stay } from '../workforce/stays.ts';
import { ratio } from './metric.ts';
import { definePeopleMetric } from './people-metric.ts';
import type { PeopleContext } from './people-metric.ts';
import { dayOnly, isHeadline, isInPost } from './stay-tests.ts';
import { DAYS_A_YEAR } from '../model/year.ts';

/** Day a year before the end of the period on which it is known who was in post. */
function yearBefore({ entity }: Stay, { closingDay, knownDay }: PeopleContext): number | null {
  const closing = closingDay(entity);
  return closing === null ? null : knownDay(entity, closing - DAYS_A_YEAR);
}

const wasThere = (stay: Stay, context: PeopleContext) => isHeadline(stay) && isInPost(stay, yearBefore(stay, context));

export default definePeopleMetric({
  id: 'stability_index',
  version: 1,
  title: 'Stability index',
  formula: 'heads with 12 months or more of continuous service here on the last day ÷ heads 365 days before',
  unit: 'share',
  grain: 'any split of employees',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Retention"',
  edgeCases: [
    'Service is continuous and in the group: who came, came back or moved in during the 12 months counts on neither side, or it would pass 100%.',
    'A rehire within 90 days goes on with the service before.',
    'Staff acquired during the 12 months were not here before.',
    'Per diem and outside workers are left out.',
  ],
  reveals: 'stay',
  looksAt: (stay, context) => dayOnly(yearBefore(stay, context), context),
  place: (stay, context) => (wasThere(stay, context) ? 'base' : null),
  compute(stays, context) {
    if (!stays.some((stay) => yearBefore(stay, context) !== null))
      return { absence: 'not_measured', missing: [], note: 'the extracts do not reach 12 months back' };
    const before = stays.filter((stay) => wasThere(stay, context));
    const now = new Set(
      stays
        .filter((stay) => isHeadline(stay) && isInPost(stay, context.closingDay(stay.entity)))
        .map(({ spell }) => spell),
    );
    return ratio(before.filter(({ spell }) => now.has(spell)).length, before.length);
  },
});
