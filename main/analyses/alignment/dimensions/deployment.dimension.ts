import { formatValue } from '../../../contract/format.ts';
import definition from '../../../metrics/definitions/deployment.definition.ts';
import { actualWeights, defineDimension, placesOf, scoreOfDistance } from '../dimension.ts';
import { countOwnEmployees, hasBothSides, isOwn } from '../heads-of.ts';
import { shareDrivers, shareMoved } from '../share-drivers.ts';
import { StratifiedShares } from '../stratified-shares.ts';

const NAMES = { home_unit: 'in the home unit', float: 'floated within the site', other_site: 'at another site' };

export default defineDimension({
  definition,
  label: 'Deployment',
  position: 5,
  evidence: { metric: 'productive_hours', where: { worker_class: ['internal'] } },
  hasHistory: () => true,
  measure(facts) {
    const known = facts.hours.flatMap((cell) =>
      cell.deployment === null || cell.workerClass !== 'internal'
        ? []
        : [{ ...cell, category: NAMES[cell.deployment] }],
    );
    if (!hasBothSides(facts, known))
      return { missing: ['labor'], note: 'Home units of workers are not known on both sides' };
    const shares = new StratifiedShares(
      facts.places.length,
      known.map(({ place, category, hours }) => ({ place, stratum: '', category, amount: hours })),
    );
    const weights = actualWeights(facts);
    const [stratum] = shares.strataAt(weights);
    const sum = (cells: readonly { place: number; hours: number }[]) =>
      cells.reduce((total, cell) => total + (isOwn(facts, cell) ? cell.hours : 0), 0);
    const staff = countOwnEmployees(facts);
    return {
      value: shares.distance(weights)!,
      score: (distance) => scoreOfDistance(distance, 1),
      comparison: shares.comparison(placesOf(facts, known)),
      coverage: sum(known) / sum(facts.hours.filter(({ workerClass }) => workerClass === 'internal')),
      among: null,
      drivers: shareDrivers([stratum], staff),
      gaps: [
        {
          id: 'deployment',
          label: `Hours deployed otherwise, ${formatValue(shareMoved(stratum), 'share', { decimals: 0 })}`,
          people: staff === null ? null : Math.round(shareMoved(stratum) * staff),
          cost: null,
          basis: 'Share of own hours that would have to be worked elsewhere, times heads in post.',
          rests: 'difference',
        },
      ],
      options: [],
      missing: [],
      notes: [],
    };
  },
});
