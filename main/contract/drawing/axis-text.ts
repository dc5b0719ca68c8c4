import { formatValue } from '../format.ts';
import type { Unit } from '../units.ts';

/**
 * Axis labels as short as they can be without rounding: an axis line at 12.5% is never called 13%.
 * Money keeps its short form where that is exact, and is written out where it is not.
 */
export function axisText(ticks: readonly number[], unit: Unit, currency: string | null): string[] {
  const printed = unit === 'share' || unit === 'ratio' ? 100 : 1;
  const isExact = (decimals: number): boolean => ticks.every((tick) => isWhole(tick * printed * 10 ** decimals));
  const decimals = [0, 1, 2, 3].find(isExact) ?? 3;
  const short = ticks.map((tick) => formatValue(tick, unit, { currency, decimals }));
  if (new Set(short).size === ticks.length) return short;
  return ticks.map((tick) =>
    formatValue(tick, unit, { currency, decimals: unit === 'money' ? 0 : decimals, full: true }),
  );
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
