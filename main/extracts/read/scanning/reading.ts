import type { DialectBytes } from '../dialect/dialect.ts';
import { MAX_FIELD_BYTES } from '../limits.ts';

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const TAB = 9;

/** One record as it was read: any number of fields as offsets into the bytes. Reused from record to record. */
export class Reading {
  /** Fields found; the arrays may be longer. */
  fields = 0;
  starts: number[] = [];
  /** Exclusive; for a quoted field, inside its quotes. */
  ends: number[] = [];
  /** 1 where escapes are still to be undone. */
  escaped: number[] = [];
  /** 1 where the field stood in quotes. */
  quoted: number[] = [];
  /** Where the record's text ends, before its line break. */
  end = 0;
  /** Where the next record starts. */
  next = 0;
  /** Line breaks passed, the closing one included. */
  lines = 0;
  /** The first line break inside quotes, or -1. */
  firstBreak = -1;
  /** A quoted field was still open when the record had to end. */
  unclosed = false;
  /** A quote inside quotes was neither escaped nor closing. */
  stray = false;
  /** A quote stood inside unquoted text. */
  literalQuote = false;
  nul = false;
  /** A field exceeds MAX_FIELD_BYTES. */
  tooLong = false;

  clear(): void {
    this.fields = 0;
    this.lines = 0;
    this.firstBreak = -1;
    this.unclosed = false;
    this.stray = false;
    this.literalQuote = false;
    this.nul = false;
    this.tooLong = false;
  }

  add(start: number, end: number, escaped: number, quoted: number): void {
    const i = this.fields++;
    this.starts[i] = start;
    this.ends[i] = end;
    this.escaped[i] = escaped;
    this.quoted[i] = quoted;
    if (end - start > MAX_FIELD_BYTES) this.tooLong = true;
  }

  finish(end: number, next: number): void {
    this.end = end;
    this.next = next;
    if (next > end) this.lines++;
  }
}

/**
 * Reads one record by the letter of its dialect, with as many fields as it has.
 *
 * A quote that neither closes nor is escaped stays part of its field and is noted as stray. A quoted field that
 * has passed a line break is given up as unclosed after MAX_FIELD_BYTES or at the end of the input.
 * The answer depends on the bytes from `from` on, never on where a block happens to end: it is false, and `out`
 * meaningless, when more bytes are needed and `final` does not say that there are none.
 */
export function readByTheLetter(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: boolean,
  dialect: DialectBytes,
  out: Reading,
): boolean {
  out.clear();
  const { delimiter, quote, escape } = dialect;
  const first = delimiter[0];
  let p = from;
  for (;;) {
    if (quote >= 0 && p < to && bytes[p] === quote) {
      const after = readQuoted(bytes, p, to, final, dialect, out);
      if (after < 0) return false;
      if (out.unclosed) {
        out.finish(to, to);
        return true;
      }
      p = after;
    } else {
      const start = p;
      let escaped = 0;
      for (; p < to; p++) {
        const b = bytes[p];
        if (b === LF || b === CR) break;
        if (b === first && startsWith(bytes, p, to, delimiter)) break;
        if (b === quote) out.literalQuote = true;
        else if (b === 0) out.nul = true;
        else if (b === escape && quote < 0 && p + 1 < to && (bytes[p + 1] === escape || bytes[p + 1] === first)) {
          escaped = 1;
          p++;
        }
      }
      if (p >= to && !final) return false;
      out.add(start, Math.min(p, to), escaped, 0);
    }
    if (p >= to) {
      out.finish(to, to);
      return true;
    }
    const b = bytes[p];
    if (b === LF) {
      out.finish(p, p + 1);
      return true;
    }
    if (b === CR) {
      if (p + 1 >= to && !final) return false;
      out.finish(p, p + 1 < to && bytes[p + 1] === LF ? p + 2 : p + 1);
      return true;
    }
    p += delimiter.length;
  }
}

/** Reads the quoted field that opens at `open`. Returns the offset of what follows its closing quote, or -1 for "more bytes needed". */
function readQuoted(
  bytes: Uint8Array,
  open: number,
  to: number,
  final: boolean,
  dialect: DialectBytes,
  out: Reading,
): number {
  const { quote, doubled, escape } = dialect;
  const start = open + 1;
  let escaped = 0;
  let p = start;
  for (; p < to; p++) {
    const b = bytes[p];
    if (b === quote) {
      if (doubled) {
        if (p + 1 >= to && !final) return -1;
        if (p + 1 < to && bytes[p + 1] === quote) {
          escaped = 1;
          p++;
          continue;
        }
      }
      const after = closesAt(bytes, p + 1, to, final, dialect.delimiter);
      if (after === NEEDS_MORE) return -1;
      if (after >= 0) {
        out.add(start, p, escaped, 1);
        return after;
      }
      // Without any escape a bare quote inside quotes is how this dialect writes it.
      if (doubled || escape >= 0) out.stray = true;
    } else if (b === escape) {
      if (p + 1 >= to && !final) return -1;
      if (p + 1 < to && (bytes[p + 1] === quote || bytes[p + 1] === escape)) {
        escaped = 1;
        p++;
      }
    } else if (b === LF || b === CR) {
      if (b === CR && p + 1 >= to && !final) return -1;
      if (out.firstBreak < 0) out.firstBreak = p;
      if (p - start > MAX_FIELD_BYTES) break;
      if (b === CR && p + 1 < to && bytes[p + 1] === LF) p++;
      out.lines++;
    } else if (b === 0) {
      out.nul = true;
    }
  }
  if (p >= to && !final) return -1;
  out.unclosed = true;
  out.add(start, Math.min(p, to), escaped, 1);
  return p;
}

const NEEDS_MORE = -2;

/**
 * Whether a quote before `p` closes its field: blanks may follow, then a delimiter, a line break or the end.
 * Returns the offset of that delimiter, break or end; -1 if it does not close; NEEDS_MORE if the bytes run out.
 */
function closesAt(bytes: Uint8Array, p: number, to: number, final: boolean, delimiter: Uint8Array): number {
  let blankEnd = p;
  for (;;) {
    if (blankEnd >= to) return final ? to : NEEDS_MORE;
    const b = bytes[blankEnd];
    if (b === LF || b === CR) return blankEnd;
    if (b === delimiter[0]) {
      if (startsWith(bytes, blankEnd, to, delimiter)) return blankEnd;
      if (blankEnd + delimiter.length > to && !final) return NEEDS_MORE;
    }
    if (b !== SPACE && b !== TAB) return -1;
    blankEnd++;
  }
}

/** Whether `prefix` stands at `p`, wholly before `to`. */
export function startsWith(bytes: Uint8Array, p: number, to: number, prefix: Uint8Array): boolean {
  if (p + prefix.length > to) return false;
  for (let i = 0; i < prefix.length; i++) if (bytes[p + i] !== prefix[i]) return false;
  return true;
}
