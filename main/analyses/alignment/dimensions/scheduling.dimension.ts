import { formatNumber, formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/scheduling.definition.ts';
import { actualWeights, defineDimension, placesOf, PLAIN_SIZE, scoreOfDistance } from '../dimension.ts';
import type { Driver, Gap, SiteWeights } from '../dimension.ts';
import type { AlignmentFacts } from '../facts/facts.ts';
import { hasBothSides, isOwn, ownEmployees } from '../heads-of.ts';
import { isDetected, patternChange } from '../money/pattern-change.ts';
import type { PatternChange } from '../money/pattern-change.ts';
import { yearlyOf } from '../money/yearly.ts';
import { shareDrivers, shareMoved } from '../share-drivers.ts';
import { FACETS, FacetShares } from '../shift-facets.ts';
import type { Facet } from '../shift-facets.ts';
import type { StratifiedShares } from '../stratified-shares.ts';

const SHOWN_DRIVERS = 40;

type Priced = { facet: Facet; change: PatternChange };

export default defineDimension({
  definition,
  label: 'Scheduling',
  position: 4,
  evidence: { kind: 'shifts' },
  hasHistory: () => true,
  measure(facts) {
    const weights = actualWeights(facts);
    const measured = (Object.keys(FACETS) as Facet[]).filter((facet) =>
      hasBothSides(
        facts,
        facts.shifts.filter((cell) => cell[facet] !== null),
      ),
    );
    if (measured.length === 0) return { missing: ['shifts'], note: 'Shifts are not known on both sides' };
    const facets = measured.map((facet) => new FacetShares(facet, facts, weights));
    const valueAt = (any: SiteWeights) => {
      const distances = facets.flatMap(({ shares }) => shares.distance(any) ?? []);
      return distances.length === 0 ? null : distances.reduce((sum, one) => sum + one, 0) / distances.length;
    };
    const value = valueAt(weights);
    if (value === null) return { missing: ['crosswalk'], note: 'No job has shifts on both sides' };
    const moved = Math.max(...facets.map(({ shares }) => meanMoved(shares, weights)));
    const staff = countScheduled(facts);
    const lacking = (Object.keys(FACETS) as Facet[]).filter((facet) => !measured.includes(facet));
    const priced = pricedOf(facts, facets, weights);
    return {
      value,
      score: (distance) => scoreOfDistance(distance, 1),
      comparison: { carries: placesOf(facts, facts.shifts), valueAt, ...PLAIN_SIZE },
      coverage: Math.min(...facets.map(({ shares }) => shares.coverage(weights))),
      among: null,
      drivers: driversOf(facets, weights),
      gaps: [
        {
          id: 'scheduling',
          label: `Shifts of another pattern, ${formatValue(moved, 'share', { decimals: 0 })}`,
          people: staff === null ? null : Math.round(moved * staff),
          cost: null,
          basis:
            'Largest share of shifts that would have to change in one characteristic, times heads in the jobs of the shifts.',
          rests: 'difference',
        },
        ...moneyGaps(facts, priced),
      ],
      options: [],
      missing: [],
      notes: [
        `Measured: ${measured.map((facet) => FACETS[facet]).join(', ')}`,
        ...(lacking.length > 0 ? [`Not known on both sides: ${lacking.map((facet) => FACETS[facet]).join(', ')}`] : []),
        ...(priced.length === 0
          ? ['What a change would do to outside hours is not known: no unit has worked both ways for long enough']
          : priced.map(changeNote)),
      ],
    };
  },
});

/** How many people of the entity work in jobs that shifts are known of; null where no roster tells. */
function countScheduled(facts: AlignmentFacts): number | null {
  const staff = ownEmployees(facts);
  const jobs = new Set(facts.shifts.filter((cell) => isOwn(facts, cell)).map(({ job }) => job));
  return (jobs.has(null) ? staff : staff.filter(({ job }) => jobs.has(job))).length || null;
}

/** Cells of the characteristics in turn, that which differs most first. */
function driversOf(facets: readonly FacetShares[], weights: SiteWeights): Driver[] {
  const lists = [...facets]
    .sort((a, b) => (b.shares.distance(weights) ?? 0) - (a.shares.distance(weights) ?? 0))
    .map(({ facet, shares }) =>
      shareDrivers(shares.strataAt(weights), null).map((driver) => ({
        ...driver,
        label: `${FACETS[facet]}, ${driver.label}`,
      })),
    );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)))
    .flat()
    .slice(0, SHOWN_DRIVERS);
}

function meanMoved(shares: StratifiedShares, weights: SiteWeights): number {
  const strata = shares.strataAt(weights);
  const all = strata.reduce((sum, { own }) => sum + own, 0);
  return strata.reduce((sum, stratum) => sum + shareMoved(stratum) * stratum.own, 0) / all;
}

function pricedOf(facts: AlignmentFacts, facets: readonly FacetShares[], weights: SiteWeights): Priced[] {
  return facets.flatMap((shares) => {
    const change = patternChange(facts, shares.surplusAt(weights));
    return change === null ? [] : [{ facet: shares.facet, change }];
  });
}

/** The characteristic whose change moves most money: a shift changes in several at once, so they do not add up. */
function moneyGaps(facts: AlignmentFacts, priced: readonly Priced[]): Gap[] {
  const [first] = priced
    .filter(({ change }) => isDetected(change))
    .sort((a, b) => Math.abs(b.change.money) - Math.abs(a.change.money));
  if (first === undefined) return [];
  const { facet, change } = first;
  return [
    {
      id: 'outside_hours',
      label: `${change.money < 0 ? 'More' : 'Fewer'} outside hours with its ${FACETS[facet]}`,
      people: null,
      cost: yearlyOf(facts, change.money),
      basis: `${changeNote(first)}. Priced at what outside hours cost beyond loaded own hours, job by job.`,
      rests: 'difference',
    },
  ];
}

function changeNote({ facet, change }: Priced): string {
  const { ratio, lower, upper, units } = change;
  const number = (value: number) => formatNumber(value, { decimals: 2 });
  return `Within ${units === 1 ? 'the one unit and job that has' : `the ${formatNumber(units)} units and jobs that have`} worked both ways outside workers fill ${number(ratio)} times the share of shifts with the model’s ${FACETS[facet]} (95 %: ${number(lower)} to ${number(upper)})`;
}
