import { formatValue } from '../../contract/format.ts';
import type { Driver } from './dimension.ts';
import type { StratumShares } from './stratified-shares.ts';

/** Categories that drive a distance of shares, those that differ most first; strata count by the own side's amounts. */
export function shareDrivers(strata: readonly StratumShares[], heads: number | null): Driver[] {
  const all = strata.reduce((sum, { own }) => sum + own, 0);
  return strata
    .flatMap(({ stratum, own, categories }) =>
      categories.map(({ category, own: mine, model }) => ({
        apart: (Math.abs(mine - model) * own) / all,
        driver: {
          label: stratum === '' ? category : `${stratum}: ${category}`,
          own: formatValue(mine, 'share'),
          model: formatValue(model, 'share'),
          people: heads === null ? null : Math.round((Math.abs(mine - model) * own * heads) / all),
          cost: null,
        },
      })),
    )
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => b.apart - a.apart)
    .map(({ driver }) => driver);
}

/** Share of the own side that would have to change category to have the model's shares. */
export function shareMoved({ categories }: Pick<StratumShares, 'categories'>): number {
  return categories.reduce((sum, { own, model }) => sum + Math.abs(own - model), 0) / 2;
}
