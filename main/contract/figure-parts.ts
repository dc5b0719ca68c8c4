import type { Figure } from './figure.ts';

/** Metrics whose parts are money although their value is a share or a ratio. */
const MONEY_PARTS = /cost|premium/;

/**
 * Whether numerator and denominator are money. The contract gives the unit of the value, not of its parts: with a
 * currency and a metric about money the parts are money, otherwise plain quantities.
 */
export function partsAreMoney({ metric, unit, currency }: Pick<Figure, 'metric' | 'unit' | 'currency'>): boolean {
  return currency !== null && (unit === 'money' || MONEY_PARTS.test(metric));
}
