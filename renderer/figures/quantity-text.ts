import { formatMoney, formatNumber, NO_DATA } from '../../main/contract/format.ts';
import type { Figure } from '../../main/contract/figure.ts';

/** Metrics whose parts are money although their value is a share or a ratio. */
const MONEY_PARTS = /cost|premium/;

/**
 * A numerator or denominator in full. The contract gives the unit of the value, not of its parts: with a currency
 * and a metric about money the parts are money, otherwise plain quantities.
 */
export function quantityText(quantity: number | null, figure: Pick<Figure, 'metric' | 'unit' | 'currency'>): string {
  if (quantity === null) return NO_DATA;
  const money = figure.currency !== null && (figure.unit === 'money' || MONEY_PARTS.test(figure.metric));
  return money
    ? formatMoney(quantity, figure.currency, { full: true })
    : formatNumber(quantity, { decimals: Number.isInteger(quantity) ? 0 : 2 });
}
