/** How two policies on one matter meet. */
export type Agreement = 'equal' | 'compatible' | 'conflicting';

/**
 * Whether two sides settle a matter alike. Case, spaces, currency signs and the way a number is written do not count.
 * Compatible: both can be kept at once, since only one settles it, of two lists one holds the other, or of two bounds on
 * the same side one is tighter.
 */
export function agreementOf(own: string | null, model: string | null): Agreement {
  if (own === null || model === null) return own === model ? 'equal' : 'compatible';
  const [mine, theirs] = [itemsOf(own), itemsOf(model)];
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].every((item) => all.has(item));
  if (holds(mine, theirs) && holds(theirs, mine)) return 'equal';
  const areLists = mine.size > 1 || theirs.size > 1;
  if (areLists && (holds(mine, theirs) || holds(theirs, mine))) return 'compatible';
  const bound = boundOf(own);
  return bound !== null && bound === boundOf(model) ? 'compatible' : 'conflicting';
}

/** "at least 11 h" is a bound from below in hours; null for what is no bound. Who keeps the tighter one keeps both. */
function boundOf(value: string): string | null {
  const match = /^(at least|no less than|at most|no more than|up to)\s+[$€£]?\s*[\d.,]+\s*(.*)$/.exec(plain(value));
  if (!match) return null;
  const below = match[1] === 'at least' || match[1] === 'no less than';
  // "1 shift" and "2 shifts" are bounds on one thing.
  return `${below ? 'from' : 'to'} ${match[2].replace(/(\p{L})s\b/gu, '$1')}`;
}

function itemsOf(value: string): Set<string> {
  return new Set(
    value
      .split(/[;|\n]+/)
      .map(plain)
      .filter((item) => item !== ''),
  );
}

function plain(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const number = /^[$€£]?\s*([+-]?\d[\d,]*(?:\.\d+)?)\s*(%?)$/.exec(words);
  return number ? `${Number(number[1].replaceAll(',', ''))}${number[2]}` : words;
}
