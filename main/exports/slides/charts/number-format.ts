import { formatValue } from '../../../contract/format.ts';
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

/** For each value the format that shows it as pages print it: "$41.2M", "11.8%", "13k". */
export function formatsOf(values: readonly (number | null)[], { unit, currency }: Measured): string[] {
  return values.map((value) => formatLike(formatValue(value, unit, { currency })));
}

/** The format under which a number reads like its text; what is no plain number stands as the text that it is. */
export function formatLike(text: string): string {
  const [, symbol, decimals = '', ending] = /^[−+]?([^\d<>]*)[\d,]+(\.\d+)?(B|M|k|%|)$/.exec(text) ?? [];
  if (symbol === undefined) return `"${text.replaceAll('"', '')}"`;
  const digits = `#,##0${decimals.replace(/\d/g, '0')}${THOUSANDS[ending]}`;
  const positive = symbol === '' ? digits : `"${symbol.replaceAll('"', '')}"${digits}`;
  return symbol === '' ? positive : `${positive};-${positive}`;
}

/** A comma after the digits leaves out three of them. */
const THOUSANDS: Record<string, string> = { B: ',,,"B"', M: ',,"M"', k: ',"k"', '%': '%', '': '' };
