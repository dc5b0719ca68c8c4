import { formatNumber } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/retention.definition.ts';
import { DAYS_A_YEAR } from '../../../model/year.ts';
import { EMPLOYED_CLASSES } from '../../../workforce/employment.ts';
import { actualWeights, defineDimension, placesOf, scoreOfDistance } from '../dimension.ts';
import { isOwn } from '../heads-of.ts';
import { horizonOf, StaysBySite, staysOf } from '../stays.ts';

/** A difference of this share of the horizon scores 0. */
const REFERENCE = 0.25;
/** Within a few days hardly anybody leaves anywhere: that two sides agree then says nothing. */
const FEWEST_DAYS = 30;

export default defineDimension({
  definition,
  label: 'Retention',
  position: 10,
  evidence: { metric: 'separations', where: { worker_class: [...EMPLOYED_CLASSES] } },
  // A month after the close nobody can have stayed long: scores of shorter horizons lie near 100 whatever happens.
  hasHistory: (facts) => horizonOf(facts, staysOf(facts)) === DAYS_A_YEAR,
  measure(facts) {
    const stays = staysOf(facts);
    const horizon = horizonOf(facts, stays);
    if (horizon === null)
      return { missing: ['roster'], note: 'Too few people were seen to stay or leave on both sides' };
    if (horizon < FEWEST_DAYS)
      return {
        missing: ['roster'],
        note: `People of both sides were followed for ${horizon === 1 ? 'one day' : `${horizon} days`} only; ${FEWEST_DAYS} are the fewest that tell anything`,
      };
    const table = new StaysBySite(facts.places.length, stays);
    const weights = actualWeights(facts);
    const [own, model] = [weights.own, weights.model].map((side) => table.meanStay(side, horizon)!);
    return {
      value: own - model,
      score: (difference) => scoreOfDistance(Math.abs(difference), REFERENCE * horizon),
      comparison: {
        carries: placesOf(facts, stays),
        valueAt: (any) => {
          const [first, second] = [any.own, any.model].map((side) => table.meanStay(side, horizon));
          return first === null || second === null ? null : first - second;
        },
        sizeOf: Math.abs,
        valueOfSize: (size) => size,
      },
      coverage: 1,
      among: null,
      drivers: [
        {
          label: `Mean days in post of the first ${horizon}`,
          own: formatNumber(own, { decimals: 1 }),
          model: formatNumber(model, { decimals: 1 }),
          people: stays.filter((stay) => isOwn(facts, stay)).length,
          cost: null,
        },
      ],
      gaps: [],
      options: [],
      missing: [],
      notes: [`Restricted means up to ${horizon} days`],
    };
  },
  /** Whose people stay longer keeps its way. */
  bestOfBoth: (outcome) => ({ ...outcome, score: (value) => (value >= 0 ? 100 : outcome.score(value)) }),
});
