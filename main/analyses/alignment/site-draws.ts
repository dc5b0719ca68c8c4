import { resampleClusters } from '../../stats/cluster-resample.ts';
import { seededRandom } from '../../stats/random.ts';
import type { SiteWeights } from './dimension.ts';
import type { AlignmentFacts, Place } from './facts/facts.ts';

const FEWEST_SITES = 2;

/**
 * Draws weightings of the sites of two sides, one after another; of facts at several moments a site counts as often in
 * all of them. null with fewer than two sites on a side.
 */
export function siteDraws(
  moments: readonly AlignmentFacts[],
  seed: number,
): (() => ReadonlyMap<AlignmentFacts, SiteWeights>) | null {
  const sites = new Map(moments.flatMap(({ places }) => places.map((place) => [nameOf(place), place.own] as const)));
  const labels = Uint8Array.from(sites.values(), (own) => (own ? 1 : 0));
  const owns = labels.reduce((sum, label) => sum + label, 0);
  if (Math.min(owns, labels.length - owns) < FEWEST_SITES) return null;
  const numbers = new Map([...sites.keys()].map((name, at) => [name, at]));
  const positions = new Map(moments.map((facts) => [facts, facts.places.map((place) => numbers.get(nameOf(place))!)]));
  const random = seededRandom(seed);
  return () => {
    const times = resampleClusters(labels, random);
    return new Map([...positions].map(([facts, at]) => [facts, weightsOf(facts, at, times)]));
  };
}

/** How often each site of some facts was drawn, on the side that it is of. */
function weightsOf({ places }: AlignmentFacts, positions: readonly number[], times: Float64Array): SiteWeights {
  const own = new Float64Array(places.length);
  const model = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) (places[at].own ? own : model)[at] = times[positions[at]];
  return { own, model };
}

function nameOf({ entity, site, own }: Place): string {
  return JSON.stringify([entity, site, own]);
}
