/**
 * Share still there just after each exit time, the product of what every earlier one left of those at risk.
 *
 * In: people at risk and events at the exit times in order; counts may be weighted.
 * Source: Kaplan and Meier (1958).
 */
export function productLimit(atRisk: ArrayLike<number>, events: ArrayLike<number>): Float64Array {
  const survival = new Float64Array(atRisk.length);
  let surviving = 1;
  for (let index = 0; index < survival.length; index++) {
    if (events[index] > 0) surviving *= (atRisk[index] - events[index]) / atRisk[index];
    survival[index] = surviving;
  }
  return survival;
}
