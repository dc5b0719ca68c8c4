/** How two policies on one matter meet. */
export type Agreement = 'equal' | 'compatible' | 'conflicting';

/**
 * Whether two sides settle a matter alike. Case, spaces, currency signs and the way a number is written do not count.
 * Compatible: both can be kept at once, since only one settles it or of two lists one holds the other.
 */
export function agreementOf(own: string | null, model: string | null): Agreement {
  if (own === null || model === null) return own === model ? 'equal' : 'compatible';
  const [mine, theirs] = [itemsOf(own), itemsOf(model)];
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) => [...some].every((item) => all.has(item));
  if (holds(mine, theirs) && holds(theirs, mine)) return 'equal';
  const areLists = mine.size > 1 || theirs.size > 1;
  return areLists && (holds(mine, theirs) || holds(theirs, mine)) ? 'compatible' : 'conflicting';
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
  // A comma parts thousands; where it cannot, as in "1,5", nobody knows that 15 is meant.
  const number = /^[$€£]?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%?)$/.exec(words);
  return number ? `${Number(number[1].replaceAll(',', ''))}${number[2]}` : words;
}
