import { displayText, formatValue } from '../format.ts';
import type { TwinCell } from './twin-table.ts';

/** A value of a chart in words: "84.2% (80.1% to 88.0%)"; counts in full; what a share moved by, which has a sign, in points. */
export function twinText(cell: TwinCell): string {
  if (typeof cell === 'string') return displayText(cell);
  const { value, bounds, unit, currency, signed } = cell;
  const text = (number: number): string =>
    formatValue(number, unit, { currency, signed, points: signed, full: unit === 'count' });
  const amount = value === null ? '' : text(value);
  if (bounds === null) return amount;
  const range = `${text(bounds.lower)} to ${text(bounds.upper)}`;
  return value === null ? range : `${amount} (${range})`;
}
