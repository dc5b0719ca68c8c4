/** A value axis: where it starts and ends and where its lines are. */
export type Scale = { min: number; max: number; ticks: number[] };

/**
 * An axis with round steps that holds all values.
 *
 * Starts at zero when the values come near it, otherwise at a round number below them: lines show movement, and the
 * axis labels say where they start. All values equal: a band around them.
 */
export function scaleOf(values: readonly number[], wanted: number): Scale {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!Number.isFinite(low)) return { min: 0, max: 1, ticks: [0, 1] };
  if (low > 0 && low < high * 0.35) low = 0;
  if (low === high) {
    const around = Math.abs(low) * 0.1 || 1;
    high += around;
    low = low === 0 ? 0 : low - around;
  }
  const step = roundStep((high - low) / wanted);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  return { min: ticks[0], max: ticks.at(-1)!, ticks };
}

/** Round places from one end of a fixed scale to the other; the ends themselves only where they are round. */
export function ticksWithin(from: number, to: number, wanted: number): number[] {
  if (!(to > from)) return [from];
  const step = roundStep((to - from) / wanted);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

/** The smallest of 1, 2, 5 times a power of ten that is not below the step. */
export function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9))!;
  return factor * power;
}

/** Removes binary residue such as 0.30000000000000004. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}
