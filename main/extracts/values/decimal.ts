/** Which mark separates decimals; the others may group thousands only where the column was declared. */
export type DecimalFormat = { decimal: '.' | ','; grouped: boolean };

export type ParsedDecimal = { value: number } | { problem: 'invalid_number' | 'overflow' };

const POINT = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;
const COMMA = /^([+-]?)(\d+)(?:,(\d*))?$|^([+-]?),(\d+)$/;
const GROUPED_POINT = /^([+-]?)(\d{1,3}(?:[,'’ \u00a0\u202f]\d{2,3})+)(?:\.(\d*))?$/;
const GROUPED_COMMA = /^([+-]?)(\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+)(?:,(\d*))?$/;
const CURRENCY_MARK = /^([+-]?)\s*[$£€]\s*/;

/**
 * Exact integer of a decimal text, scaled by 10^digits and rounded half away from zero: "12.345" with two
 * digits is 1235. Parentheses and a leading minus are negative. Beyond 2^53 it is an overflow, never rounded.
 */
export function parseDecimal(text: string, digits: number, format: DecimalFormat): ParsedDecimal {
  let body = text;
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1).trim();
  }
  body = body.replace(CURRENCY_MARK, '$1').replace('−', '-');
  // A bare negative zero is what broken spreadsheets write for "no value".
  if (body === '-0') return { problem: 'invalid_number' };
  const match = (format.decimal === '.' ? POINT : COMMA).exec(body) ?? (format.grouped ? (format.decimal === '.' ? GROUPED_POINT : GROUPED_COMMA).exec(body) : null);
  if (!match) return { problem: 'invalid_number' };
  const sign = match[1] ?? match[4] ?? '';
  if (sign === '-') negative = !negative;
  const whole = (match[2] ?? '').replace(/\D/g, '');
  const fraction = match[3] ?? match[5] ?? '';
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const value = Number(`${whole}${kept}` || '0') + (fraction.length > digits && fraction.charCodeAt(digits) >= 53 ? 1 : 0);
  if (!Number.isSafeInteger(value)) return { problem: 'overflow' };
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
    const body = text.replace(/^\((.*)\)$/, '$1').replace(CURRENCY_MARK, '').replace(/^[+-]/, '');
    const marks = body.replace(/\d/g, '');
    if (!/^[\d.,'’ \u00a0\u202f]+$/.test(body) || marks === '') continue;
    if (marks !== '.' && marks !== ',') return { question: 'grouped' };
    const at = body.indexOf(marks);
    const couldGroup = body.length - 1 - at === 3 && at >= 1 && at <= 3 && body[0] !== '0';
    (couldGroup ? threeDigits : seen)[marks]++;
  }
  if ((threeDigits[','] > 0 && seen['.'] > 0) || (threeDigits['.'] > 0 && seen[','] > 0)) return { question: 'grouped' };
  if (seen['.'] + seen[','] === 0 && threeDigits['.'] + threeDigits[','] > 0) return { question: 'three_digits' };
  const commas = seen[','];
  const points = seen['.'];
  return commas > points ? { decimal: ',', grouped: false } : { decimal: '.', grouped: false };
}
