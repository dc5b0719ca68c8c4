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
  const number = /^[$€£]?\s*([+-]?\d[\d.,]*)\s*(%?)$/.exec(words);
  const value = number && numberOf(number[1]);
  return value === null ? words : `${value}${number![2]}`;
}

/** A number with a point, or a comma where it parts no thousands: "4.50", "4,50", "1,200"; null for anything else. */
function numberOf(text: string): number | null {
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^[+-]?\d+(?:\.\d+|,\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
