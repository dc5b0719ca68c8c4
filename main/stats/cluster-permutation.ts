import { quantile } from './quantile.ts';
import type { Random } from './random.ts';

export interface PermutationOptions {
  random: Random;
  /** Number of arrangements drawn where there are more than that; fewer are all gone through. */
  draws: number;
  /** Fewest distinct arrangements that can tell anything. */
  fewest: number;
  /** Share of arrangements that lie within the noise floor, such as 0.95. */
  within: number;
}

/** What exchanging the labels of whole clusters says of a distance, or why it says nothing. */
export type PermutationTest =
  | {
      kind: 'tested';
      /** Share of arrangements at least as far apart as the actual one, itself included. */
      p: number;
      /** No data of so many clusters could give a smaller p; a labelling and its mirror image are equally far apart. */
      least: number;
      /** The distance within which the labels explain nothing. */
      floor: number;
      arrangements: number;
    }
  | { kind: 'not_measurable'; arrangements: number };

/** Distances that differ by less than this share are equal but for rounding. */
const ROUNDING = 1e-12;

/**
 * Permutation test of a distance between two groups of whole clusters (sites): the clusters keep their rows, only
 * the labels change places, since the rows of one site are no independent observations.
 *
 * In: 1 for a cluster of the first group, 0 for one of the second; the distance of any such labelling, null where it
 * has none (those labellings are left out). Out: with no more distinct arrangements than `draws`, the exact
 * share; else (1 + as far) ÷ (1 + drawn). Fewer than `fewest` arrangements, or no distance to begin with: not
 * measurable.
 * Throws RangeError on fewer than one draw.
 * Source: Phipson and Smyth (2010) for the 1 + 1; Edgington (1995) for clusters as units.
 */
export function permuteClusters(
  labels: Uint8Array,
  distance: (labels: Uint8Array) => number | null,
  { random, draws, fewest, within }: PermutationOptions,
): PermutationTest {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Cannot draw ${draws} arrangements`);
  const first = labels.reduce((sum, label) => sum + label, 0);
  const arrangements = countArrangements(labels.length, first);
  const actual = distance(labels);
  if (arrangements < fewest || actual === null) return { kind: 'not_measurable', arrangements };
  const exact = arrangements <= draws;
  const distances: number[] = [];
  let asFar = 0;
  const note = (value: number | null) => {
    if (value === null) return;
    distances.push(value);
    if (value >= actual * (1 - ROUNDING)) asFar++;
  };
  if (exact) {
    for (const arranged of everyArrangement(labels.length, first)) note(distance(arranged));
  } else {
    const arranged = labels.slice();
    for (let draw = 0; draw < draws; draw++) note(distance(random.shuffle(arranged)));
    asFar++;
    distances.push(actual);
  }
  return {
    kind: 'tested',
    p: asFar / distances.length,
    least: (exact && 2 * first === labels.length ? 2 : 1) / distances.length,
    floor: quantile(Float64Array.from(distances).sort(), within),
    arrangements,
  };
}

/** How many ways there are to choose some of the clusters; may be beyond whole numbers. */
export function countArrangements(clusters: number, chosen: number): number {
  let count = 1;
  for (let step = 1; step <= Math.min(chosen, clusters - chosen); step++) {
    count = (count * (clusters - step + 1)) / step;
  }
  return Math.round(count);
}

/** Every labelling with so many ones, in lexicographic order; the array given out is the same each time. */
function* everyArrangement(clusters: number, chosen: number): Generator<Uint8Array> {
  const labels = new Uint8Array(clusters);
  const picked = Array.from({ length: chosen }, (_, index) => index);
  for (;;) {
    labels.fill(0);
    for (const index of picked) labels[index] = 1;
    yield labels;
    let at = chosen - 1;
    while (at >= 0 && picked[at] === clusters - chosen + at) at--;
    if (at < 0) return;
    picked[at]++;
    for (let next = at + 1; next < chosen; next++) picked[next] = picked[next - 1] + 1;
  }
}
