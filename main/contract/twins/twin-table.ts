import type { Unit } from '../units.ts';

/** A chart as rows of values; the first column names them. Screen and workbook print it as it is. */
export type TwinTable = { head: string[]; rows: TwinCell[][] };

/** Words, among them why there is no number, or a number with what it is measured in. */
export type TwinCell = string | TwinNumber;

/** A number, the bounds within which it lies, or both. */
export type TwinNumber = TwinUnit & { value: number | null; bounds: TwinBounds | null };

export type TwinBounds = { lower: number; upper: number };

export type TwinUnit = { unit: Unit; currency: string | null; signed: boolean };

/** A plain number of a unit. */
export function numberIn(
  value: number,
  unit: Unit,
  { currency = null, signed = false }: { currency?: string | null; signed?: boolean } = {},
): TwinNumber {
  return { value, bounds: null, unit, currency, signed };
}

/** A name of the model as the heading of a column. */
export function headingOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
