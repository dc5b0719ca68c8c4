/** Decimal places kept: hours and plain numbers to 10⁻⁶, money to its minor unit. */
export const HOURS_DIGITS = 6;
export const MONEY_DIGITS = 2;
/** Scaled units in one hour. */
export const UNITS_PER_HOUR = 10 ** HOURS_DIGITS;
