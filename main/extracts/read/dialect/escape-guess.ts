import type { Dialect } from './dialect.ts';
import { RecordProblem } from '../scanning/problem.ts';
import { measureSample, modalWidth, readSample } from '../layout/sample-records.ts';
import type { DialectSample } from './table-likeness.ts';

/** Bare quotes can be mended in any dialect, so they are believed only if they explain nearly every odd record. */
const NEARLY_ALL_EXPLAINED = 0.25;

/**
 * Tells how quotes inside quotes are written: doubled, with a backslash, or bare (null).
 * Few records show it, so another way than doubling is taken only where it leaves fewer records odd.
 */
export function guessEscape(sample: DialectSample, text: string, dialect: Dialect): string | null {
  const { quote } = dialect;
  if (quote === null || !text.includes(quote)) return quote;
  const columns = modalWidth(measureSample(sample.bytes, { ...sample.options, dialect }).map((record) => record.width));
  const oddUnder = (escape: string | null) => {
    const records = readSample(sample.bytes, Math.max(1, columns), {
      ...sample.options,
      dialect: { ...dialect, escape },
    });
    return records.filter((record) => !record.blank && record.problem !== RecordProblem.none).length;
  };
  const doubled = oddUnder(quote);
  if (doubled === 0) return quote;
  const backslash = text.includes('\\' + quote) ? oddUnder('\\') : Infinity;
  const bare = hasDoubled(text, quote, dialect.delimiter) ? Infinity : oddUnder(null);
  if (bare <= doubled * NEARLY_ALL_EXPLAINED && bare < backslash) return null;
  return backslash < doubled ? '\\' : quote;
}

/** Whether quotes are doubled where nothing else explains it: inside a field, between other characters. */
function hasDoubled(text: string, quote: string, delimiter: string): boolean {
  const edges = `${quote}${delimiter}\r\n`;
  const isEdge = (character: string) => character === '' || edges.includes(character);
  for (let at = text.indexOf(quote + quote); at >= 0; at = text.indexOf(quote + quote, at + 2)) {
    if (!isEdge(text.charAt(at - 1)) && !isEdge(text.charAt(at + 2))) return true;
  }
  return false;
}
