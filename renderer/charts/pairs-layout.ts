import type { PairsChart } from '../../main/contract/page.ts';

/** The values between which all bars of a pairs chart run; always holds zero. */
export function pairsExtent(chart: PairsChart): { min: number; max: number } {
  const values = chart.bars.flatMap((bar) => bar.values).filter((value) => value !== null);
  return { min: Math.min(0, ...values), max: Math.max(0, ...values) };
}

/**
 * A bar's length for CSS: its share of the lane, less the room kept at the right for the value of the longest bar.
 * Both bars of a pair, and all pairs, use one scale.
 */
export function barWidth({ value, min, max }: { value: number; min: number; max: number }): string {
  const range = max - min || 1;
  return `calc((100% - var(--value-room)) * ${Math.abs(value) / range})`;
}
