import { Buffer } from 'node:buffer';
import { holdsQuote, type Dialect } from './dialect.ts';
import { guessEscape } from './escape-guess.ts';
import { measureSample } from '../layout/sample-records.ts';
import { shapeLikeness, tableLikeness, type DialectSample } from './table-likeness.ts';

/** Bytes and records that suffice to compare dialects. */
const GUESS_BYTES = 131_072;
const GUESS_RECORDS = 400;

/** Delimiters that are looked for, with how readily each is believed. */
const DELIMITERS: [string, number][] = [
  [',', 1],
  ['\t', 1],
  [';', 1],
  ['|', 1],
  ['\x01', 1],
  ['\x1f', 1],
  ['^', 0.8],
  ['~', 0.8],
  ['§', 0.8],
  [' ', 0.4],
  [':', 0.2],
];
/** Signs that delimiters of several characters are made of. */
const SIGNS = /[|~^;:,#@*!&+=<>]{2,4}|[,;|] /g;
const SEVERAL_CHARACTERS = 0.98;
/** Quotes that mean nothing are believed less than quotes that do. */
const NO_QUOTES = 0.8;
const MAX_SEVERAL = 8;
const FIRST_LINES = 8;
/** Likeness to a table from which on a guess needs no warning; one column of anything reaches a tenth. */
const SURE = 0.1;

/** What is known of a dialect beforehand; the rest is guessed. */
export type DialectChoice = Partial<Dialect>;

export interface DialectGuess {
  dialect: Dialect;
  /** False where even the likeliest dialect makes a poor table. */
  sure: boolean;
}

/** Finds the dialect under which the head of a file looks most like a table. What is `chosen` is taken as it is. */
export function guessDialect(head: Uint8Array, whole: boolean, chosen: DialectChoice): DialectGuess {
  const bytes = head.subarray(0, GUESS_BYTES);
  const sample: DialectSample = {
    bytes,
    options: { final: whole && bytes.length === head.length, maxRecords: GUESS_RECORDS },
  };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const delimiters: [string, number][] =
    chosen.delimiter === undefined
      ? delimitersToTry(text).filter(([delimiter]) => !holdsQuote(delimiter, chosen.quote))
      : [[chosen.delimiter, 1]];

  const trials = delimiters.flatMap(([delimiter, belief]) =>
    quotesToTry(text, delimiter, chosen).map((quotes) => {
      const dialect: Dialect = { delimiter, ...quotes };
      const widths = measureSample(bytes, { ...sample.options, dialect });
      return {
        dialect,
        widths,
        belief: quotes.quote === null ? belief * NO_QUOTES : belief,
        promise: belief * shapeLikeness(widths),
      };
    }),
  );
  // The sort is stable: of equals the more common dialect stays in front.
  trials.sort((a, b) => b.promise - a.promise);
  let best = fallback(chosen);
  let bestScore = 0;
  for (const { dialect, widths, belief, promise } of trials) {
    if (promise <= bestScore) break;
    const score = belief * tableLikeness(sample, dialect, widths);
    if (score <= bestScore) continue;
    best = dialect;
    bestScore = score;
  }
  const escape = chosen.escape === undefined ? guessEscape(sample, text, best) : chosen.escape;
  return { dialect: { ...best, escape }, sure: chosen.delimiter !== undefined || bestScore === 0 || bestScore >= SURE };
}

function fallback(chosen: DialectChoice): Dialect {
  const quote = chosen.quote === undefined ? '"' : chosen.quote;
  const delimiter = chosen.delimiter ?? (quote === ',' ? ';' : ',');
  return { delimiter, quote, escape: chosen.escape === undefined ? quote : chosen.escape };
}

/** Common delimiters that occur, and runs of signs that several of the first lines share. */
function delimitersToTry(text: string): [string, number][] {
  const single = DELIMITERS.filter(([delimiter]) => text.includes(delimiter));
  const lines = text.split(/\r\n|\n|\r/, FIRST_LINES).filter((line) => line.trim() !== '');
  const runs = new Set(lines.flatMap((line) => line.match(SIGNS) ?? []));
  const shared = [...runs].filter(
    (run) => lines.filter((line) => line.includes(run)).length >= Math.min(2, lines.length),
  );
  return [...single, ...shared.slice(0, MAX_SEVERAL).map((run): [string, number] => [run, SEVERAL_CHARACTERS])];
}

/** Ways of quoting that the text gives reason to try; how bare quotes inside quotes stand is told later. */
function quotesToTry(text: string, delimiter: string, chosen: DialectChoice): Omit<Dialect, 'delimiter'>[] {
  const quotes: (string | null)[] = chosen.quote === undefined ? ['"'] : [chosen.quote];
  if (chosen.quote === undefined) {
    const edges =
      (text.match(/(^|[\r\n])'|'([\r\n]|$)/g) ?? []).length +
      text.split(`${delimiter}'`).length +
      text.split(`'${delimiter}`).length -
      2;
    if (edges >= 4) quotes.push("'");
    if (text.includes('"')) quotes.push(null);
  }
  return quotes.flatMap((quote) => {
    if (holdsQuote(delimiter, quote)) return [];
    const { escape } = chosen;
    if (escape !== undefined) return [{ quote, escape }];
    const backslash = quote !== null && text.includes(`\\${quote}`) ? [{ quote, escape: '\\' }] : [];
    return [{ quote, escape: quote }, ...backslash];
  });
}
