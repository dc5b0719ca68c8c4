import { Buffer } from 'node:buffer';

/** How fields are separated, quoted and escaped, as text. `quote` and `escape` are one ASCII character or null. */
export interface Dialect {
  delimiter: string;
  quote: string | null;
  /** The quote itself for doubled quotes, a backslash, or null where inner quotes stand bare. */
  escape: string | null;
}

/** The same in bytes; -1 stands for "none". */
export interface DialectBytes {
  delimiter: Uint8Array;
  quote: number;
  /** A quote inside quotes is written twice. */
  doubled: boolean;
  /** An escape character other than the quote. */
  escape: number;
}

/** Throws RangeError for a delimiter that is empty or holds a line break, and for a quote or escape beyond one ASCII character. */
export function dialectBytes(dialect: Dialect): DialectBytes {
  const { delimiter, quote, escape } = dialect;
  if (delimiter === '' || /[\r\n\0]/.test(delimiter))
    throw new RangeError('a delimiter is one or more characters other than line breaks');
  const quoteByte = singleByte(quote, 'quote');
  if (holdsQuote(delimiter, quote)) throw new RangeError('the delimiter may not contain the quote');
  const doubled = quote !== null && escape === quote;
  return {
    delimiter: new Uint8Array(Buffer.from(delimiter, 'utf8')),
    quote: quoteByte,
    doubled,
    escape: doubled ? -1 : singleByte(escape, 'escape'),
  };
}

/** Whether a delimiter has in it the sign by which fields are to be quoted: then nothing can be told apart. */
export function holdsQuote(delimiter: string, quote: string | null | undefined): boolean {
  return typeof quote === 'string' && delimiter.includes(quote);
}

function singleByte(character: string | null, role: string): number {
  if (character === null) return -1;
  const code = character.charCodeAt(0);
  if (character.length !== 1 || code > 127 || code === 10 || code === 13)
    throw new RangeError(`the ${role} is a single ASCII character`);
  return code;
}
