import { expect, it } from 'vitest';
import { seededRandom } from '../../main/stats/random.ts';
import { resampleClusters } from '../../main/stats/cluster-resample.ts';

it('draws as many sites of each group as there are, over the long run each as often as the others', () => {
  const labels = Uint8Array.from([1, 0, 0, 1, 0, 1, 1]);
  const random = seededRandom(3);
  const sums = new Float64Array(labels.length);
  for (let draw = 0; draw < 4_000; draw++) {
    const times = resampleClusters(labels, random);
    const drawn = (side: number) => times.reduce((sum, count, i) => sum + (labels[i] === side ? count : 0), 0);
    expect([drawn(1), drawn(0)]).toEqual([4, 3]);
    times.forEach((count, i) => (sums[i] += count));
  }
  // Each is drawn once on average, with a standard error of about 0.014.
  for (const sum of sums) expect(Math.abs(sum / 4_000 - 1)).toBeLessThan(0.06);
});
