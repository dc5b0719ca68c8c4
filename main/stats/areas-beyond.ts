/**
 * Areas under a survival curve up to a horizon: the first from the origin, which is the restricted mean, then one from
 * each time of the curve on.
 *
 * In: distinct exit times, ascending, and survival just after each. Out: 0 for times beyond the horizon; null where
 * the horizon lies after the last exit of a curve that has not reached 0: what happens there was not observed.
 * Source: Irwin (1949).
 */
export function areasBeyond(
  { time, survival }: { time: Float64Array; survival: Float64Array },
  upTo: number,
): Float64Array | null {
  const last = time.length - 1;
  if (last < 0 || (upTo > time[last] && survival[last] > 0)) return null;
  const areas = new Float64Array(time.length + 1);
  let area = 0;
  let until = upTo;
  for (let index = last; index >= 0; index--) {
    if (time[index] > upTo) continue;
    area += (until - time[index]) * survival[index];
    until = time[index];
    areas[index + 1] = area;
  }
  areas[0] = area + until;
  return areas;
}
