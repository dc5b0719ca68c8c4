import { currencySymbol, minorPerMajor } from '../../contract/format.ts';
import type { Unit } from '../../contract/units.ts';
import { parseIsoDay } from '../../model/civil-day.ts';
import type { Look, NumberCell } from './sheet.ts';

export type Measure = { unit: Unit | null; currency: string | null; signed: boolean };

/** Days from 30 December 1899, from which spreadsheets count, to 1 January 1970. */
const SERIAL_OF_EPOCH = 25_569;

/**
 * A number as a spreadsheet keeps it: unrounded, shares in 0–1 under a percent format, money in major units of its
 * currency. The format decides only how it is shown. What stands in the file is never text and never a formula.
 */
export function numberCell(value: number, measure: Measure, look: Look = 'plain'): NumberCell {
  const number = measure.unit === 'money' ? value / minorPerMajor(measure.currency) : value;
  return { number, format: formatOf(measure), look };
}

/** A civil day as a date. */
export function dayCell(day: string): NumberCell {
  return { number: parseIsoDay(day)! + SERIAL_OF_EPOCH, format: 'yyyy\\-mm\\-dd', look: 'plain' };
}

function formatOf({ unit, currency, signed }: Measure): string {
  const digits = digitsOf(unit, currency);
  const symbol = unit === 'money' && currency !== null ? `"${currencySymbol(currency).replaceAll('"', '')}"` : '';
  const positive = `${symbol}${digits}`;
  return signed ? `+${positive};-${positive};${positive}` : symbol === '' ? positive : `${positive};-${positive}`;
}

function digitsOf(unit: Unit | null, currency: string | null): string {
  switch (unit) {
    case 'share':
    case 'ratio':
      return '0.0%';
    case 'money':
      return minorPerMajor(currency) === 1 ? '#,##0' : '#,##0.00';
    case 'hours_per_unit':
    case 'distance':
      return '#,##0.00';
    case 'fte':
    case 'hours':
      return '#,##0.0';
    case 'count':
    case 'days':
    case null:
      return '#,##0';
  }
}
