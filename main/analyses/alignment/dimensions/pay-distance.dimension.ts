import { formatMoney } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/pay-distance.definition.ts';
import { isFew } from '../../../metrics/told-people.ts';
import { wasserstein } from '../../../stats/wasserstein.ts';
import { weightedQuantile } from '../../../stats/weighted-quantile.ts';
import { EMPLOYED_CLASSES } from '../../../workforce/employment.ts';
import { withGapsOfModel } from '../best-of-both.ts';
import { actualWeights, defineDimension, placesOf, PLAIN_SIZE, scoreOfDistance } from '../dimension.ts';
import type { Driver, SiteWeights } from '../dimension.ts';
import type { AlignmentFacts, Head } from '../facts/facts.ts';
import { hasBothSides, isOwn, wasObserved } from '../heads-of.ts';
import { levelUp } from '../money/level-up.ts';
import { payAgainstBands } from '../pay-against-bands.ts';

/** A distance of this share of the target median scores 0. */
const REFERENCE = 0.25;

type PaidHead = Head & { rate: number };

export default defineDimension({
  definition,
  label: 'Pay',
  position: 2,
  evidence: { metric: 'headcount', where: { worker_class: [...EMPLOYED_CLASSES] } },
  hasHistory: (facts) => wasObserved(facts, 'own') && wasObserved(facts, 'model') && hasRateHistory(facts),
  measure(facts) {
    const paid = facts.heads.filter((head): head is PaidHead => head.employed && head.rate !== null);
    if (!hasBothSides(facts, paid)) {
      const standard = paid.some((head) => !isOwn(facts, head)) ? null : payAgainstBands(facts, REFERENCE);
      return standard ?? { missing: ['roster'], note: 'Base pay is not known on both sides' };
    }
    if (new Set(paid.map(({ currency }) => currency)).size > 1)
      return { missing: [], note: 'Pay is in several currencies, which need a rate table' };
    const jobs = jobsOf(paid);
    const weights = actualWeights(facts);
    const value = distanceOf(jobs, weights);
    if (value === null) return { missing: ['crosswalk'], note: 'No job is known on both sides' };
    if (isOfFew(jobs, weights))
      return { missing: [], note: 'Hidden: pay could be compared of fewer than five people on one side' };
    const own = paid.filter((head) => isOwn(facts, head));
    const level = levelUp(facts);
    const reference = REFERENCE * targetMedian(jobs, weights);
    return {
      value,
      score: (distance) => scoreOfDistance(distance, reference),
      comparison: {
        carries: placesOf(facts, paid),
        valueAt: (any) => distanceOf(jobs, any),
        ...PLAIN_SIZE,
      },
      coverage: matchedShare(jobs, weights, own.length),
      among: own.length,
      drivers: driversOf(facts, { jobs, weights, costOfJob: level.costOfJob }),
      gaps: level.gaps,
      options: level.options,
      missing: facts.bands.length === 0 ? ['bands'] : [],
      notes: level.notes,
    };
  },
  /** Nobody is paid less than before: the bands of either lift the people of the other. */
  bestOfBoth: (outcome, model) => withGapsOfModel(outcome, model, ({ id }) => id === 'model level_up'),
});

/**
 * Rates of one target job in ascending order, with the site of each and the share of the person in the job; `first`
 * and `second` are room for the weights of either side, since thousands of weightings are asked for.
 */
type JobRates = Record<'rates' | 'share' | 'first' | 'second', Float64Array> & { job: string; place: Int32Array };

function jobsOf(heads: readonly PaidHead[]): JobRates[] {
  const held = heads.flatMap(({ targets, rate, place }) =>
    (targets ?? []).map(({ code, share }) => ({ code, rate, place, share })),
  );
  return [...Map.groupBy(held, ({ code }) => code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([job, all]) => {
      all.sort((a, b) => a.rate - b.rate);
      return {
        job,
        rates: Float64Array.from(all, ({ rate }) => rate),
        place: Int32Array.from(all, ({ place }) => place),
        share: Float64Array.from(all, ({ share }) => share),
        first: new Float64Array(all.length),
        second: new Float64Array(all.length),
      };
    });
}

/**
 * The people of a job on either side, as weights beside its rates; null where a side has none. Good until the job is
 * asked for with other weights.
 */
function sidesOfJob({ place, share, first, second }: JobRates, { own, model }: SiteWeights) {
  let ownHeads = 0;
  let modelHeads = 0;
  for (let at = 0; at < place.length; at++) {
    ownHeads += first[at] = own[place[at]] * share[at];
    modelHeads += second[at] = model[place[at]] * share[at];
  }
  return ownHeads > 0 && modelHeads > 0 ? { first, second, heads: ownHeads } : null;
}

/** Mean over the own side's heads of a quantity of their job. */
function meanOverHeads(
  jobs: readonly JobRates[],
  weights: SiteWeights,
  quantity: (job: JobRates, first: Float64Array, second: Float64Array) => number,
): number | null {
  let sum = 0;
  let all = 0;
  for (const job of jobs) {
    const sides = sidesOfJob(job, weights);
    if (!sides) continue;
    sum += sides.heads * quantity(job, sides.first, sides.second);
    all += sides.heads;
  }
  return all > 0 ? sum / all : null;
}

function distanceOf(jobs: readonly JobRates[], weights: SiteWeights): number | null {
  return meanOverHeads(jobs, weights, ({ rates }, first, second) => wasserstein(rates, first, second));
}

function targetMedian(jobs: readonly JobRates[], weights: SiteWeights): number {
  return meanOverHeads(jobs, weights, ({ rates }, _, second) => weightedQuantile(rates, second, 0.5))!;
}

function matchedShare(jobs: readonly JobRates[], weights: SiteWeights, heads: number): number {
  return jobs.reduce((sum, job) => sum + (sidesOfJob(job, weights)?.heads ?? 0), 0) / heads;
}

/** Whether the distance would rest on the pay of few people on either side. */
function isOfFew(jobs: readonly JobRates[], weights: SiteWeights): boolean {
  const matched = jobs.flatMap((job) => sidesOfJob(job, weights) ?? []);
  const people = (side: 'first' | 'second') => matched.reduce((sum, sides) => sum + countPeople(sides[side]), 0);
  return isFew(people('first')) || isFew(people('second'));
}

function countPeople(weights: Float64Array): number {
  return weights.filter((weight) => weight > 0).length;
}

/** Jobs that add most to the distance; those of few people on either side are not shown. */
function driversOf(
  { currency }: AlignmentFacts,
  {
    jobs,
    weights,
    costOfJob,
  }: { jobs: readonly JobRates[]; weights: SiteWeights; costOfJob: ReadonlyMap<string, number> },
): Driver[] {
  const money = (rate: number) => `${formatMoney(rate, currency, { full: true })} an hour`;
  return jobs
    .flatMap((job) => {
      const sides = sidesOfJob(job, weights);
      if (!sides || isFew(countPeople(sides.first)) || isFew(countPeople(sides.second))) return [];
      const median = (people: Float64Array) => money(weightedQuantile(job.rates, people, 0.5));
      return [
        {
          adds: sides.heads * wasserstein(job.rates, sides.first, sides.second),
          driver: {
            label: job.job,
            own: median(sides.first),
            model: median(sides.second),
            people: Math.round(sides.heads),
            cost: costOfJob.get(job.job) ?? null,
          },
        },
      ];
    })
    .sort((a, b) => b.adds - a.adds)
    .map(({ driver }) => driver);
}

/** Whether rosters tell how pay moved: a roster of one day gives every day the rates of that day. */
function hasRateHistory({ spells }: AlignmentFacts): boolean {
  return spells.some(({ spell: { segments } }) =>
    segments.some((segment, at) => {
      const before = segments[at - 1];
      return before !== undefined && before.baseRate !== segment.baseRate && isSamePost(before.codes, segment.codes);
    }),
  );
}

function isSamePost(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return ['entity', 'site', 'unit', 'job', 'worker_type'].every((id) => one[id] === other[id]);
}
