export type Direction = 'rise' | 'fall';

export type ChartRule = 'beyond_limit' | 'eight_on_one_side' | 'six_in_a_row' | 'two_of_three';

export interface ChartSignal {
  rule: ChartRule;
  direction: Direction;
}

/** Limits and signals, or `no_chart` where no two neighbouring months are known. */
export type ControlChart =
  | {
      kind: 'chart';
      mean: number;
      lower: number;
      upper: number;
      /** The rules that fire at each month given, in order; none at a missing month. */
      signals: ChartSignal[][];
      /** Months known. */
      n: number;
    }
  | { kind: 'no_chart'; n: number };

/** 3 ÷ 1.128, the mean range of two normal values in standard deviations. */
const LIMIT_PER_RANGE = 2.66;
const SIDE_RUN = 8;
/** Six months in a row rising are five rises. */
const TREND_STEPS = 5;
const WATCHED_MONTHS = 3;
const WATCHED_HITS = 2;
/** Differences below this share of the largest value are rounding, not movement. */
const ROUNDING = 1e-12;

/**
 * XmR (individuals) control chart: mean ± 2.66 × mean moving range, with four rules.
 *
 * In: a month each, in any unit, oldest first, null where missing. A missing month breaks every
 * run and has no moving range; it counts as within the limits for the rule of two in three.
 * Out: mean and limits in the unit given. The lower limit may lie below what is possible (a
 * negative rate); the caller clips it for drawing.
 * Rules: beyond a limit; 8 in a row on one side of the mean; 6 in a row rising or falling; 2 of 3
 * beyond two thirds of the way to the same limit, the last of the three on that side of the mean.
 * Throws RangeError on a value that is neither finite nor null.
 * Source: Wheeler (1993), Understanding Variation; Nelson (1984) for the runs.
 */
export function controlChart(months: readonly (number | null)[]): ControlChart {
  const known = months.filter((value) => value !== null);
  const odd = known.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`A control chart cannot hold ${odd}`);
  const n = known.length;
  const ranges = months.flatMap((value, index) => {
    const before = index > 0 ? months[index - 1] : null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
  if (ranges.length === 0) return { kind: 'no_chart', n };
  const mean = average(known);
  const reach = LIMIT_PER_RANGE * average(ranges);
  const slack = ROUNDING * known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rises = signalsUpward(months, { mean, reach, slack });
  const mirrored = months.map((value) => (value === null ? null : -value));
  const falls = signalsUpward(mirrored, { mean: -mean, reach, slack });
  const signals = months.map((_, index) => [
    ...rises[index].map((rule): ChartSignal => ({ rule, direction: 'rise' })),
    ...falls[index].map((rule): ChartSignal => ({ rule, direction: 'fall' })),
  ]);
  return { kind: 'chart', mean, lower: mean - reach, upper: mean + reach, signals, n };
}

/** The rules that fire upwards at each month; downwards is the same chart mirrored. */
function signalsUpward(
  months: readonly (number | null)[],
  { mean, reach, slack }: { mean: number; reach: number; slack: number },
): ChartRule[][] {
  let above = 0;
  let steps = 0;
  const warned: boolean[] = [];
  return months.map((value, index) => {
    const before = index > 0 ? months[index - 1] : null;
    const height = value === null ? 0 : value - mean;
    above = height > slack ? above + 1 : 0;
    steps = value !== null && before !== null && value - before > slack ? steps + 1 : 0;
    warned.push(height > (reach * 2) / 3 + slack);
    const hits = warned.slice(-WATCHED_MONTHS).filter(Boolean).length;
    const rules: ChartRule[] = [];
    if (height > reach + slack) rules.push('beyond_limit');
    if (above >= SIDE_RUN) rules.push('eight_on_one_side');
    if (steps >= TREND_STEPS) rules.push('six_in_a_row');
    if (hits >= WATCHED_HITS && above > 0) rules.push('two_of_three');
    return rules;
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
