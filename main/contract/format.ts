import type { Unit } from './units.ts';

/**
 * The only place that turns numbers and periods into text. Fixed to one locale so that the same input
 * prints the same bytes everywhere; hand-rolled grouping because `Intl` differs between ICU versions.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SYMBOLS: Record<string, string> = { USD: '$', GBP: '£', EUR: '€' };
/** ISO 4217 currencies without minor units; all others here have two decimals. */
const NO_MINOR = new Set(['JPY', 'KRW', 'CLP', 'VND', 'ISK']);

export const MINUS = '−';
export const NO_DATA = 'n/a';

export type FormatOptions = {
  currency?: string | null;
  signed?: boolean;
  decimals?: number;
  points?: boolean;
  full?: boolean;
};

/**
 * A figure as people read it: 0.118 share is "11.8%", 4120000000 minor USD is "$41.2M". Null is "n/a".
 * A share that is next to nothing or all but the whole does not read as nothing or the whole: "<0.1%", ">99.9%".
 */
export function formatValue(value: number | null, unit: Unit, options: FormatOptions = {}): string {
  if (value === null) return NO_DATA;
  switch (unit) {
    case 'share':
      return nearlyNoneOrAll(value, options) ?? formatShare(value, options);
    case 'ratio':
      return formatShare(value, options);
    case 'money':
      return formatMoney(value, options.currency ?? null, options);
    case 'hours_per_unit':
    case 'distance':
      return formatNumber(value, { decimals: options.decimals ?? 2, signed: options.signed });
    case 'fte':
      return formatNumber(value, {
        decimals: options.decimals ?? (Math.abs(value) < 100 ? 1 : 0),
        signed: options.signed,
      });
    case 'hours':
    case 'count':
    case 'days':
      return options.full
        ? formatNumber(value, { decimals: options.decimals ?? 0, signed: options.signed })
        : formatCompact(value, options);
  }
}

function formatShare(value: number, { decimals = 1, signed, points }: FormatOptions): string {
  return `${formatNumber(value * 100, { decimals, signed })}${points ? ' pt' : '%'}`;
}

/** Further from nothing and from the whole than sums of doubles stray. */
const TOLD_APART = 1e-9;

function nearlyNoneOrAll(value: number, { decimals, signed, points }: FormatOptions): string | null {
  if (decimals !== undefined || signed || points) return null;
  if (value > TOLD_APART && value < 0.0005) return '<0.1%';
  return value < 1 - TOLD_APART && value >= 0.9995 ? '>99.9%' : null;
}

/** Grouped decimal: 1234567.891 with two decimals is "1,234,567.89". Rounds half away from zero. */
export function formatNumber(value: number, options: { decimals?: number; signed?: boolean } = {}): string {
  const decimals = options.decimals ?? 0;
  const scale = 10 ** decimals;
  // The nudge undoes binary representation error, so that 1.005 rounds as a reader expects.
  const rounded = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON)) / scale;
  const [whole, fraction] = rounded.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (rounded === 0) return text;
  return `${value < 0 ? MINUS : options.signed ? '+' : ''}${text}`;
}

/** Money from minor units, short by default: "$41.2M", "−$600k"; in full with `full`: "$41,234,567.89". */
export function formatMoney(minor: number, currency: string | null, options: FormatOptions = {}): string {
  const major = minor / minorPerMajor(currency);
  const symbol = currency === null ? '' : currencySymbol(currency);
  const size = Math.abs(major);
  const cents = minorPerMajor(currency) === 1 ? 0 : 2;
  const body = options.full ? formatNumber(size, { decimals: options.decimals ?? cents }) : shorten(size);
  return `${signOf(major, body, options)}${symbol}${body}`;
}

function formatCompact(value: number, options: FormatOptions): string {
  const size = Math.abs(value);
  const body = size < 10_000 ? formatNumber(size, { decimals: options.decimals ?? 0 }) : shorten(size);
  return `${signOf(value, body, options)}${body}`;
}

/** What rounds to nothing has no sign. */
function signOf(value: number, rounded: string, options: FormatOptions): string {
  if (!/[1-9]/.test(rounded)) return '';
  return value < 0 ? MINUS : options.signed ? '+' : '';
}

function shorten(size: number): string {
  if (size >= 999_950_000) return `${formatNumber(size / 1e9, { decimals: 1 })}B`;
  if (size >= 999_500) return `${formatNumber(size / 1e6, { decimals: 1 })}M`;
  if (size >= 1000) return `${formatNumber(size / 1e3, { decimals: 0 })}k`;
  return formatNumber(size, { decimals: 0 });
}

/** What stands before an amount: "$", or the code and a space. */
export function currencySymbol(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}

export function minorPerMajor(currency: string | null): number {
  return currency !== null && NO_MINOR.has(currency) ? 1 : 100;
}

/** "2025-10" is "Oct 2025". */
export function formatMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** "2025-10" is "Oct". */
export function formatMonthShort(month: string): string {
  return MONTHS[Number(month.slice(5, 7)) - 1];
}

/** "2026-11-14" is "14 Nov 2026". */
export function formatDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** "Oct 2025 – Sep 2026", or one month alone. */
export function formatPeriod(from: string, to: string): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`;
}

/** Removes what could disguise text on screen or paper: control, bidi and zero-width characters. */
export function displayText(text: string): string {
  return text.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '');
}
