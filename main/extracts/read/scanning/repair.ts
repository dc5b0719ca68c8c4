import type { DialectBytes } from '../dialect/dialect.ts';
import { SPACE, startsWith, TAB, type Reading } from './reading.ts';

/** A quote at the start of a field taken for plain text. */
const LITERAL_OPENING = 4;
/** Quotes inside unquoted text. */
const LITERAL_INSIDE = 1;
/** Bare quotes inside a quoted field, and for each of them. */
const STRAY_FIELD = 1;
const STRAY_EACH = 1;

const MAX_LINE = 64 * 1024;
const MAX_WORK = 2_000_000;

/**
 * Reads a line whose quotes do not add up as exactly `columns` fields, with the fewest oddities.
 *
 * Each field is either unquoted text up to the next delimiter, or runs from an opening quote to any later quote
 * before a delimiter or the end. Among all such readings with the right number of fields the cheapest wins
 * (shortest path over delimiters and fields read). False when there is none, or the line is too large to try.
 */
export function repairLine(
  bytes: Uint8Array,
  from: number,
  to: number,
  dialect: DialectBytes,
  columns: number,
  out: Reading,
): boolean {
  if (to - from > MAX_LINE) return false;
  const { delimiter } = dialect;
  const stops: number[] = [];
  for (let p = from; p < to;) {
    if (bytes[p] === delimiter[0] && startsWith(bytes, p, to, delimiter)) {
      stops.push(p);
      p += delimiter.length;
    } else p++;
  }
  stops.push(to);
  const pieces = stops.length;
  if (pieces < columns || pieces * pieces * columns > MAX_WORK) return false;

  // cost[i * width + c]: cheapest way to have read c fields before piece i; chosen: the field it ended with.
  const width = columns + 1;
  const cost = new Float64Array((pieces + 1) * width).fill(Infinity);
  const cameFrom = new Int32Array((pieces + 1) * width);
  const closing = new Int32Array((pieces + 1) * width).fill(-1);
  cost[0] = 0;
  for (let i = 0; i < pieces; i++) {
    const start = i === 0 ? from : stops[i - 1] + delimiter.length;
    const relax = (to: number, price: number, close: number) => {
      for (let c = 0; c < columns; c++) {
        const total = cost[i * width + c] + price;
        const target = to * width + c + 1;
        if (total < cost[target]) {
          cost[target] = total;
          cameFrom[target] = i;
          closing[target] = close;
        }
      }
    };
    relax(i + 1, unquotedCost(bytes, start, stops[i], dialect), -1);
    if (bytes[start] !== dialect.quote || start >= to) continue;
    let strays = 0;
    let scanned = start + 1;
    for (let j = i; j < pieces; j++) {
      const close = closingQuote(bytes, start, stops[j], dialect);
      if (close < 0) continue;
      const counted = countStrays(bytes, scanned, close, dialect);
      relax(j + 1, strays + counted === 0 ? 0 : STRAY_FIELD + STRAY_EACH * (strays + counted), close);
      // The quote that could have closed here is a stray one for every longer reading.
      strays += counted + 1;
      scanned = close + 1;
    }
  }
  if (cost[pieces * width + columns] === Infinity) return false;

  const ends: number[] = [];
  for (let piece = pieces, c = columns; c > 0; c--) {
    ends[c - 1] = piece;
    piece = cameFrom[piece * width + c];
  }
  out.clear();
  let piece = 0;
  for (let c = 0; c < columns; c++) {
    const start = piece === 0 ? from : stops[piece - 1] + delimiter.length;
    const close = closing[ends[c] * width + c + 1];
    if (close < 0) out.add(start, stops[ends[c] - 1], 0, 0);
    else out.add(start + 1, close, 1, 1);
    piece = ends[c];
  }
  for (let p = from; p < to; p++) if (bytes[p] === 0) out.nul = true;
  return true;
}

function unquotedCost(bytes: Uint8Array, start: number, end: number, dialect: DialectBytes): number {
  if (start < end && bytes[start] === dialect.quote) return LITERAL_OPENING;
  for (let p = start; p < end; p++) if (bytes[p] === dialect.quote) return LITERAL_INSIDE;
  return 0;
}

/** The quote that ends a field opened at `open` and stopping at `stop`, blanks before the stop allowed; -1 if none. */
function closingQuote(bytes: Uint8Array, open: number, stop: number, dialect: DialectBytes): number {
  let p = stop - 1;
  while (p > open && (bytes[p] === SPACE || bytes[p] === TAB)) p--;
  if (p <= open || bytes[p] !== dialect.quote) return -1;
  return dialect.escape >= 0 && bytes[p - 1] === dialect.escape ? -1 : p;
}

/** Quotes in [from, to) that are neither doubled nor escaped. */
function countStrays(bytes: Uint8Array, from: number, to: number, dialect: DialectBytes): number {
  let strays = 0;
  for (let p = from; p < to; p++) {
    if (bytes[p] === dialect.escape) p++;
    else if (bytes[p] === dialect.quote) {
      if (dialect.doubled && p + 1 < to && bytes[p + 1] === dialect.quote) p++;
      else strays++;
    }
  }
  return strays;
}
