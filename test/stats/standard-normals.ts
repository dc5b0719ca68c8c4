import { normalQuantile } from '../../main/stats/normal.ts';
import { seededRandom } from '../../main/stats/random.ts';

/** A source of independent standard normal series, for calibrating by simulation. */
export function standardNormals(seed: number): (length: number) => number[] {
  const random = seededRandom(seed);
  return (length) => Array.from({ length }, () => normalQuantile(random.uniform() || 0.5));
}
