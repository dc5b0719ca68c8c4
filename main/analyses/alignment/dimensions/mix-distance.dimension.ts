import { formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/mix-distance.definition.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import { actualWeights, defineDimension, placesOf, scoreOfDistance } from '../dimension.ts';
import type { HourCell } from '../facts/facts.ts';
import { countOwnEmployees, hasBothSides, isOwn } from '../heads-of.ts';
import { shareDrivers, shareMoved } from '../share-drivers.ts';
import { StratifiedShares } from '../stratified-shares.ts';

/** Worker types are compared where both sides give them for at least this share of their hours. */
const KNOWN_ENOUGH = 0.7;

export default defineDimension({
  definition,
  label: 'Worker mix',
  position: 3,
  evidence: { metric: 'productive_hours', where: {} },
  hasHistory: () => true,
  measure(facts) {
    const byType = knownShare(facts.hours, 'workerType', (cell) => isOwn(facts, cell)) >= KNOWN_ENOUGH;
    const field = byType ? 'workerType' : 'workerClass';
    const known = facts.hours.filter((cell) => cell[field] !== UNKNOWN_CODE);
    if (!hasBothSides(facts, known))
      return { missing: ['labor', 'staffing'], note: 'Hours by worker type are not known on both sides' };
    const shares = sharesOf(facts.places.length, known, field);
    const weights = actualWeights(facts);
    const value = shares.distance(weights)!;
    const [stratum] = shares.strataAt(weights);
    const settings = facts.hours.filter(({ careSetting }) => careSetting !== UNKNOWN_CODE);
    const apart = hasBothSides(facts, settings)
      ? sharesOf(facts.places.length, settings, 'careSetting').distance(weights)
      : null;
    const staff = countOwnEmployees(facts);
    return {
      value,
      score: (distance) => scoreOfDistance(distance, 1),
      comparison: shares.comparison(placesOf(facts, known)),
      coverage: knownShare(facts.hours, field, (cell) => isOwn(facts, cell)),
      among: null,
      drivers: shareDrivers([stratum], staff).map((driver) => ({
        ...driver,
        codeOf: byType ? 'worker_type' : 'worker_class',
      })),
      gaps: [
        {
          id: 'worker_mix',
          label: `Hours of another ${byType ? 'worker type' : 'worker class'}, ${formatValue(shareMoved(stratum), 'share', { decimals: 0 })}`,
          people: staff === null ? null : Math.round(shareMoved(stratum) * staff),
          cost: null,
          basis: 'Share of hours that would have to change worker type, times heads in post.',
          rests: 'difference',
        },
      ],
      options: [],
      missing: byType ? [] : ['labor'],
      notes: [
        ...(byType ? [] : ['Compared by worker class: aggregate hours have no worker types']),
        ...(apart === null ? [] : [`Distance by care setting, not scored: ${formatValue(apart, 'distance')}`]),
      ],
    };
  },
});

function sharesOf(places: number, cells: readonly HourCell[], field: 'workerType' | 'workerClass' | 'careSetting') {
  return new StratifiedShares(
    places,
    cells.map((cell) => ({ place: cell.place, stratum: '', category: cell[field], amount: cell.hours })),
  );
}

/** The smaller of the two sides' shares of hours that carry a code. */
function knownShare(
  cells: readonly HourCell[],
  field: 'workerType' | 'workerClass',
  isOwnCell: (cell: HourCell) => boolean,
): number {
  const shareOf = (own: boolean) => {
    const side = cells.filter((cell) => isOwnCell(cell) === own);
    const sum = (some: readonly HourCell[]) => some.reduce((hours, cell) => hours + cell.hours, 0);
    const all = sum(side);
    return all === 0 ? 0 : sum(side.filter((cell) => cell[field] !== UNKNOWN_CODE)) / all;
  };
  return Math.min(shareOf(true), shareOf(false));
}
