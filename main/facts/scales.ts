/** Decimal places kept: hours and plain numbers to 10⁻⁶, money to its minor unit. */
export const HOURS_DIGITS = 6;
export const MONEY_DIGITS = 2;
/** Scaled units in one hour. */
export const UNITS_PER_HOUR = 10 ** HOURS_DIGITS;
/**
 * Scaled units of employer load in one minor unit: a factor of four decimals times whole minor units is whole in them,
 * so that loads add up to the same in whatever order.
 */
export const LOAD_UNITS_PER_MINOR = 10_000;
