import { narrowest } from './packed.ts';
import type { IntegerArray } from './packed.ts';

/**
 * Whole numbers without what they have in common: entry i is stored[i] + base, or that much above the entry before it
 * where `first` says what the first one is. `stored` is null where all of it would be zero.
 */
export type Compact = { stored: IntegerArray | null; base: number; first: number | null };

/** The smallest form of some integers; null when that is the array itself. Doubles are left alone. */
export function compactIntegers(values: IntegerArray): Compact | null {
  if (values.length === 0 || values instanceof Float64Array) return null;
  if (allSame(values)) return { stored: null, base: values[0], first: null };
  if (values.BYTES_PER_ELEMENT === 1) return null;
  const { least, most } = rangeOf(values);
  const width = widthOf(most - least);
  const steps = width === 1 ? null : stepsWithin(values, width);
  if (steps !== null) {
    if (steps.least === steps.most) return { stored: null, base: steps.least, first: values[0] };
    const stored = narrowest(0, steps.most - steps.least, values.length);
    for (let i = 1; i < values.length; i++) stored[i] = values[i] - values[i - 1] - steps.least;
    return { stored, base: steps.least, first: values[0] };
  }
  if (width === values.BYTES_PER_ELEMENT) return null;
  const stored = narrowest(0, most - least, values.length);
  for (let i = 0; i < values.length; i++) stored[i] = values[i] - least;
  return { stored, base: least, first: null };
}

/** Fills `values` with what was made compact. */
export function expandIntegers<T extends IntegerArray>({ stored, base, first }: Compact, values: T): T {
  if (first !== null) {
    values[0] = first;
    for (let i = 1; i < values.length; i++) values[i] = values[i - 1] + base + (stored === null ? 0 : stored[i]);
  } else if (stored === null) values.fill(base);
  else for (let i = 0; i < values.length; i++) values[i] = stored[i] + base;
  return values;
}

/** Ends at the first that differs, which mostly is among the first. */
function allSame(values: IntegerArray): boolean {
  const first = values[0];
  for (let i = 1; i < values.length; i++) if (values[i] !== first) return false;
  return true;
}

function rangeOf(values: IntegerArray): { least: number; most: number } {
  let least = values[0];
  let most = least;
  for (let i = 1; i < values.length; i++) {
    const value = values[i];
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return { least, most };
}

/** Range of the steps from entry to entry; null as soon as they would take as many bytes as are needed without them. */
function stepsWithin(values: IntegerArray, width: number): { least: number; most: number } | null {
  let least = values[1] - values[0];
  let most = least;
  for (let i = 2; i < values.length; i++) {
    const step = values[i] - values[i - 1];
    if (step < least) least = step;
    else if (step > most) most = step;
    else continue;
    if (widthOf(most - least) >= width) return null;
  }
  return { least, most };
}

/** Bytes for numbers from 0 to `most`. */
function widthOf(most: number): number {
  return narrowest(0, most, 0).BYTES_PER_ELEMENT;
}
