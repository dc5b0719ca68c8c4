/** Which mark separates decimals; the others may group thousands only where the column was declared. */
export type DecimalFormat = { decimal: '.' | ','; grouped: boolean };

export type ParsedDecimal = { value: number } | { problem: 'invalid_number' | 'overflow' };

const POINT = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;
const COMMA = /^([+-]?)(\d+)(?:,(\d*))?$|^([+-]?),(\d+)$/;
/** Groups of two or three digits (Indian lakhs) before a last one of three, all parted by the same mark. */
const GROUPED_POINT = /^([+-]?)(\d{1,3}(?:(?<mark>[,'’ \u00a0\u202f])(?:\d{2,3}\k<mark>)*\d{3}))(?:\.(\d*))?$/;
const GROUPED_COMMA = /^([+-]?)(\d{1,3}(?:(?<mark>[.'’ \u00a0\u202f])(?:\d{3}\k<mark>)*\d{3}))(?:,(\d*))?$/;
const CURRENCY_MARK = /^([+-]?)\s*[$£€]\s*/;

/** What a recipe multiplies a column by, as an exact fraction. */
export type Factor = { times: bigint; over: bigint };

/** Fraction of two positive numbers as they are written: 1 and 2080, or 0.5 and 1. */
export function factorOf(multiplyBy: number, divideBy: number): Factor {
  const [times, over] = [fractionOf(multiplyBy), fractionOf(divideBy)];
  return { times: times.numerator * over.denominator, over: times.denominator * over.numerator };
}

function fractionOf(number: number): { numerator: bigint; denominator: bigint } {
  const [mantissa, exponent = '0'] = String(number).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const scale = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return scale >= 0
    ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-scale) };
}

/**
 * Exact integer of a decimal text, scaled by 10^digits and rounded half away from zero: "12.345" with two
 * digits is 1235. Parentheses or a leading minus, not both, are negative. With a factor the product is rounded,
 * once. Beyond 2^53 it is an overflow, never rounded.
 */
export function parseDecimal(
  text: string,
  digits: number,
  format: DecimalFormat,
  factor: Factor | null = null,
): ParsedDecimal {
  const parts = partsOf(text, format);
  if (parts === null) return { problem: 'invalid_number' };
  const { negative, whole, fraction } = parts;
  if (whole.length > MOST_DIGITS) return { problem: 'overflow' };
  const value = factor === null ? rounded(whole, fraction, digits) : product(whole, fraction, digits, factor);
  if (!Number.isSafeInteger(value)) return { problem: 'overflow' };
  return { value: negative && value !== 0 ? -value : value };
}

/** More digits before the decimal mark overflow whatever the factor; further decimals cannot change a result. */
const MOST_DIGITS = 40;

function partsOf(text: string, format: DecimalFormat): { negative: boolean; whole: string; fraction: string } | null {
  let body = text;
  const inParentheses = body.startsWith('(') && body.endsWith(')');
  if (inParentheses) body = body.slice(1, -1).trim();
  body = body.replace(CURRENCY_MARK, '$1').replace('−', '-');
  // A bare negative zero is what broken spreadsheets write for "no value".
  if (body === '-0') return null;
  const point = format.decimal === '.';
  const plain = (point ? POINT : COMMA).exec(body);
  if (plain) return partsFrom(plain[1] ?? plain[4] ?? '', plain[2] ?? '', plain[3] ?? plain[5] ?? '', inParentheses);
  const grouped = format.grouped ? (point ? GROUPED_POINT : GROUPED_COMMA).exec(body) : null;
  return grouped && partsFrom(grouped[1], grouped[2].replace(/\D/g, ''), grouped[4] ?? '', inParentheses);
}

function partsFrom(
  sign: string,
  whole: string,
  fraction: string,
  inParentheses: boolean,
): { negative: boolean; whole: string; fraction: string } | null {
  // "(-5)" could mean either sign.
  if (inParentheses && sign !== '') return null;
  return {
    negative: inParentheses || sign === '-',
    whole: whole.replace(/^0+/, ''),
    fraction: fraction.slice(0, MOST_DIGITS),
  };
}

function rounded(whole: string, fraction: string, digits: number): number {
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const up = fraction.length > digits && fraction.charCodeAt(digits) >= 53 ? 1 : 0;
  return Number(`${whole}${kept}` || '0') + up;
}

function product(whole: string, fraction: string, digits: number, { times, over }: Factor): number {
  const dividend = BigInt(`${whole}${fraction}` || '0') * times * 10n ** BigInt(digits);
  const divisor = over * 10n ** BigInt(fraction.length);
  return Number((2n * dividend + divisor) / (2n * divisor));
}

/** The double nearest to a decimal text times a factor, with all its digits; validity is judged as in `parseDecimal`. */
export function parseReal(text: string, format: DecimalFormat, factor: Factor | null = null): ParsedDecimal {
  const parts = partsOf(text, format);
  if (parts === null) return { problem: 'invalid_number' };
  const { negative, whole, fraction } = parts;
  if (whole.length > MOST_DIGITS) return { problem: 'overflow' };
  const value =
    factor === null
      ? Number(`${whole || '0'}.${fraction || '0'}`)
      : Number(BigInt(whole + fraction || '0') * factor.times) / Number(factor.over * 10n ** BigInt(fraction.length));
  return { value: negative && value !== 0 ? -value : value };
}

export type DetectedDecimal = DecimalFormat | { question: 'grouped' | 'three_digits' };

/**
 * Decimal mark of a column from a sample of it. Grouped numbers, and columns in which a lone mark is always
 * followed by exactly three digits, could be read two ways: the user is asked.
 */
export function detectDecimal(sample: readonly string[]): DetectedDecimal {
  const seen = { '.': 0, ',': 0 };
  const threeDigits = { '.': 0, ',': 0 };
  for (const text of sample) {
    const body = text
      .replace(/^\((.*)\)$/, '$1')
      .replace(CURRENCY_MARK, '')
      .replace(/^[+-]/, '');
    const marks = body.replace(/\d/g, '');
    if (!/^[\d.,'’ \u00a0\u202f]+$/.test(body) || marks === '') continue;
    if (marks !== '.' && marks !== ',') return { question: 'grouped' };
    const at = body.indexOf(marks);
    const couldGroup = body.length - 1 - at === 3 && at >= 1 && at <= 3 && body[0] !== '0';
    (couldGroup ? threeDigits : seen)[marks]++;
  }
  if ((threeDigits[','] > 0 && seen['.'] > 0) || (threeDigits['.'] > 0 && seen[','] > 0))
    return { question: 'grouped' };
  if (seen['.'] + seen[','] === 0 && threeDigits['.'] + threeDigits[','] > 0) return { question: 'three_digits' };
  const commas = seen[','];
  const points = seen['.'];
  return commas > points ? { decimal: ',', grouped: false } : { decimal: '.', grouped: false };
}
