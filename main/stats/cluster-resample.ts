import type { Random } from './random.ts';

/**
 * One bootstrap resample of two groups of whole clusters: as many clusters of each group as there are, drawn with
 * replacement from that group.
 *
 * In: 1 for a cluster of the first group, 0 for one of the second. Out: how often each cluster was drawn.
 * Source: Davison and Hinkley (1997), section 3.8.
 */
export function resampleClusters(labels: Uint8Array, random: Random): Float64Array {
  const times = new Float64Array(labels.length);
  for (const label of [1, 0]) {
    const members: number[] = [];
    for (let cluster = 0; cluster < labels.length; cluster++) if (labels[cluster] === label) members.push(cluster);
    for (let drawn = 0; drawn < members.length; drawn++) times[members[random.integer(members.length)]]++;
  }
  return times;
}
