import { currencySymbol } from '../../../contract/format.ts';
import type { Unit } from '../../../contract/units.ts';
import { numberCell } from '../../workbook/number-cell.ts';

export type Measured = { unit: Unit; currency: string | null };

/** A value as it stands in the workbook of a chart. */
export function plainNumber(value: number | null, { unit, currency }: Measured): number | null {
  return value === null ? null : numberCell(value, { unit, currency, signed: false }).number;
}

/** The format of a value in full, for the workbook. */
export function fullFormat({ unit, currency }: Measured): string {
  return numberCell(0, { unit, currency, signed: false }).format;
}

/** A format that shows values of this size as the pages do: "$41.2M", "11.8%", "13k"; money and hours shortened alike. */
export function shortFormat(values: readonly (number | null)[], { unit, currency }: Measured, decimals = 1): string {
  const symbol = unit === 'money' && currency !== null ? `"${currencySymbol(currency).replaceAll('"', '')}"` : '';
  const most = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const digits = digitsOf(unit, most, decimals);
  return symbol === '' ? digits : `${symbol}${digits};-${symbol}${digits}`;
}

function digitsOf(unit: Unit, most: number, decimals: number): string {
  switch (unit) {
    case 'share':
    case 'ratio':
      return decimals === 0 ? '0%' : '0.0%';
    case 'hours_per_unit':
    case 'distance':
      return '0.00';
    case 'money':
      return most >= 999_500 ? '#,##0.0,,"M"' : most >= 1000 ? '#,##0,"k"' : '#,##0';
    case 'fte':
    case 'hours':
    case 'count':
    case 'days':
      return most >= 999_500 ? '#,##0.0,,"M"' : most >= 10_000 ? '#,##0,"k"' : '#,##0';
  }
}
