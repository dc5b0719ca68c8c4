import { dayNumber, daysInMonth } from '../../model/civil-day.ts';

/** Order of the parts of dates written as three numbers with the year last. */
export type DateOrder = 'dmy' | 'mdy';

/** What is known of a date column: an explicit order, or none needed because all dates name their parts. */
/** Periods that a column may have in place of days. */
export type DatedPeriod = 'month' | 'quarter' | 'year';

export type DayFormat = {
  order: DateOrder | null;
  twoDigitYears: boolean;
  /** Whole periods such as 2025Q1, 2025-03 or 2025, dated by their last day. */
  period?: DatedPeriod;
};

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const TIME = String.raw`(?:[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const NAMED_MONTH = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3,9})\.?,?[- ](\d{4})${TIME}$`);
const MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const YEAR = /^(\d{4})$/;
const QUARTER = /^(\d{4})[- ]?Q([1-4])$/i;
const MONTH_FIRST = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${TIME}$`);

/** Earliest and latest year that is a plausible date of work or employment. */
const YEARS = { first: 1900, last: 2100 };

export type ParsedDay = { day: number } | { problem: 'invalid_date' | 'out_of_range' };

/**
 * Civil day of a date as exports write it; a time of day is dropped.
 * Dates such as 03/04/2026 need an order: without one they are invalid, never guessed.
 */
export function parseDay(text: string, format: DayFormat): ParsedDay {
  const parts = datePartsOf(text, format);
  if (!parts) return { problem: 'invalid_date' };
  const day = dayNumber(parts.year, parts.month, parts.day);
  if (day === null) return { problem: 'invalid_date' };
  return parts.year < YEARS.first || parts.year > YEARS.last ? { problem: 'out_of_range' } : { day };
}

type DateParts = { year: number; month: number; day: number };

function datePartsOf(text: string, format: DayFormat): DateParts | null {
  if (format.period) return lastDayOfPeriod(text, format.period);
  let match = YEAR_FIRST.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  match = COMPACT.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  match = YEAR_LAST.exec(text);
  if (match) {
    const order = match[2] === '.' ? (format.order ?? 'dmy') : format.order;
    if (order === null) return null;
    if (match[4].length === 2 && !format.twoDigitYears) return null;
    const year = match[4].length === 2 ? centuryOf(Number(match[4])) : Number(match[4]);
    const [first, second] = [Number(match[1]), Number(match[3])];
    return order === 'dmy' ? { year, month: second, day: first } : { year, month: first, day: second };
  }
  match = NAMED_MONTH.exec(text);
  if (match) return { year: Number(match[3]), month: monthNamed(match[2]), day: Number(match[1]) };
  match = MONTH_FIRST.exec(text);
  if (match) return { year: Number(match[3]), month: monthNamed(match[1]), day: Number(match[2]) };
  return null;
}

function lastDayOfPeriod(text: string, period: DatedPeriod): DateParts | null {
  const match = { month: MONTH, quarter: QUARTER, year: YEAR }[period].exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = period === 'year' ? 12 : Number(match[2]) * (period === 'quarter' ? 3 : 1);
  return { year, month, day: month >= 1 && month <= 12 ? daysInMonth(year * 12 + month - 1) : 0 };
}

/** 1 to 12 for a name or its beginning of three letters or more; 0 for any other word. */
function monthNamed(word: string): number {
  return MONTH_NAMES.findIndex((name) => name.startsWith(word.toLowerCase())) + 1;
}

/** Whether a date comes with a time other than midnight, which `parseDay` drops. */
export function hasTimeOfDay(text: string): boolean {
  const time = /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?/.exec(text);
  return time !== null && /[1-9]/.test(time[0]) && !/^12:00(?::00)? ?am/i.test(text.slice(time.index));
}

function centuryOf(twoDigits: number): number {
  return twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;
}

/** Order of the dates of a column from a sample of it; `ambiguous` when every date could be read both ways. */
export function detectDateOrder(sample: readonly string[]): DateOrder | 'none_needed' | 'ambiguous' {
  let numeric = false;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of sample) {
    const match = YEAR_LAST.exec(text);
    if (!match || match[2] === '.') continue;
    numeric = true;
    if (Number(match[1]) > 12) dayFirst++;
    if (Number(match[3]) > 12) monthFirst++;
  }
  if (!numeric) return 'none_needed';
  if (dayFirst === 0 && monthFirst === 0) return 'ambiguous';
  return dayFirst >= monthFirst ? 'dmy' : 'mdy';
}

const PERIOD_FORMATS: readonly { pattern: RegExp; period: DatedPeriod }[] = [
  { pattern: /^YYYY[- ]?QN$/i, period: 'quarter' },
  { pattern: /^YYYY[-/.]MM?$/i, period: 'month' },
  { pattern: /^YYYY$/i, period: 'year' },
];

/** Reads a recipe's format such as "M/D/YYYY", "YYYYQN", "YYYY-MM" or "YYYY"; null when it names neither day nor period. */
export function dayFormatNamed(format: string): DayFormat | null {
  const period = PERIOD_FORMATS.find(({ pattern }) => pattern.test(format))?.period;
  if (period) return { order: null, twoDigitYears: false, period };
  const letters = format
    .toUpperCase()
    .replace(/[^DMY]+/g, ' ')
    .trim()
    .split(' ')
    .map((part) => part[0]);
  if (letters.length === 1) return /^YYYYMMDD$/i.test(format) ? { order: null, twoDigitYears: false } : null;
  const twoDigitYears = !/YYYY/i.test(format);
  const order = letters.join('');
  if (order === 'YMD') return { order: null, twoDigitYears: false };
  if (order === 'DMY') return { order: 'dmy', twoDigitYears };
  return order === 'MDY' ? { order: 'mdy', twoDigitYears } : null;
}
