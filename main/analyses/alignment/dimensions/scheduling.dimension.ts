import { formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/scheduling.definition.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import { actualWeights, defineDimension, placesOf, PLAIN_SIZE, scoreOfDistance } from '../dimension.ts';
import type { SiteWeights } from '../dimension.ts';
import type { AlignmentFacts, ShiftCell } from '../facts/facts.ts';
import { countOwnEmployees, hasBothSides } from '../heads-of.ts';
import { shareDrivers, shareMoved } from '../share-drivers.ts';
import { StratifiedShares } from '../stratified-shares.ts';

const FACETS = { length: 'shift length', start: 'start', rotation: 'rotation', leadTime: 'lead time' } as const;
type Facet = keyof typeof FACETS;

/** Strata are as fine as lets this share of the own side's shifts meet their like. */
const MATCHED_ENOUGH = 0.7;

export default defineDimension({
  definition,
  label: 'Scheduling',
  position: 4,
  evidence: null,
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
    const facets = measured.map((facet) => ({ facet, shares: sharesOf(facts, facet, weights) }));
    const valueAt = (any: SiteWeights) => {
      const distances = facets.flatMap(({ shares }) => shares.distance(any) ?? []);
      return distances.length === 0 ? null : distances.reduce((sum, one) => sum + one, 0) / distances.length;
    };
    const value = valueAt(weights);
    if (value === null) return { missing: ['crosswalk'], note: 'No job has shifts on both sides' };
    const moved = Math.max(...facets.map(({ shares }) => meanMoved(shares, weights)));
    const staff = countOwnEmployees(facts);
    const lacking = (Object.keys(FACETS) as Facet[]).filter((facet) => !measured.includes(facet));
    return {
      value,
      score: (distance) => scoreOfDistance(distance, 1),
      comparison: { carries: placesOf(facts, facts.shifts), valueAt, ...PLAIN_SIZE },
      coverage: Math.min(...facets.map(({ shares }) => shares.coverage(weights))),
      drivers: facets
        .flatMap(({ facet, shares }) =>
          shareDrivers(shares.strataAt(weights), null).map((driver) => ({
            ...driver,
            label: `${FACETS[facet]}, ${driver.label}`,
          })),
        )
        .slice(0, 40),
      gaps: [
        {
          id: 'scheduling',
          label: `Shifts of another pattern, ${formatValue(moved, 'share', { decimals: 0 })}`,
          people: staff === null ? null : Math.round(moved * staff),
          cost: null,
          basis: 'Largest share of shifts that would have to change in one characteristic, times heads in post.',
          rests: 'difference',
        },
      ],
      options: [],
      missing: [],
      notes: [
        `Measured: ${measured.map((facet) => FACETS[facet]).join(', ')}`,
        ...(lacking.length > 0 ? [`Not known on both sides: ${lacking.map((facet) => FACETS[facet]).join(', ')}`] : []),
      ],
    };
  },
});

/** Shares of one characteristic by job and service line, else by job, else over all shifts. */
function sharesOf(facts: AlignmentFacts, facet: Facet, weights: SiteWeights): StratifiedShares {
  const known = facts.shifts.filter((cell) => cell[facet] !== null);
  const by = (strata: (cell: ShiftCell) => { code: string; share: number }[]) =>
    new StratifiedShares(
      facts.places.length,
      known.flatMap((cell) =>
        strata(cell).map(({ code, share }) => ({
          place: cell.place,
          stratum: code,
          category: cell[facet]!,
          amount: cell.weight * share,
        })),
      ),
    );
  const jobs = ({ targets }: ShiftCell) => [...(targets ?? [])];
  const lines = (cell: ShiftCell) =>
    cell.serviceLine === UNKNOWN_CODE
      ? []
      : jobs(cell).map(({ code, share }) => ({ code: `${code}, ${cell.serviceLine}`, share }));
  const finest = [lines, jobs].map(by).find((shares) => shares.coverage(weights) >= MATCHED_ENOUGH);
  return finest ?? by(() => [{ code: '', share: 1 }]);
}

function meanMoved(shares: StratifiedShares, weights: SiteWeights): number {
  const strata = shares.strataAt(weights);
  const all = strata.reduce((sum, { own }) => sum + own, 0);
  return strata.reduce((sum, stratum) => sum + shareMoved(stratum) * stratum.own, 0) / all;
}
