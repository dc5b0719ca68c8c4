import { partsAreMoney } from '../../main/contract/figure-parts.ts';
import { formatMoney, formatNumber, NO_DATA } from '../../main/contract/format.ts';
import type { Figure } from '../../main/contract/figure.ts';

/** A numerator or denominator in full. */
export function quantityText(quantity: number | null, figure: Pick<Figure, 'metric' | 'unit' | 'currency'>): string {
  if (quantity === null) return NO_DATA;
  return partsAreMoney(figure)
    ? formatMoney(quantity, figure.currency, { full: true })
    : formatNumber(quantity, { decimals: Number.isInteger(quantity) ? 0 : 2 });
}
