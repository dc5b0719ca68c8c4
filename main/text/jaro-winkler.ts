/** How much each of up to four equal first letters adds. */
const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;

/**
 * Jaro–Winkler similarity of two words, from 0 (no letter in common) to 1 (equal).
 * Source: Winkler, "String Comparator Metrics" (1990).
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b);
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedOfA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = 1;
      matchedOfA.push(a[i]);
      break;
    }
  }
  const matches = matchedOfA.length;
  if (matches === 0) return 0;
  const matchedOfB = b.split('').filter((_, j) => taken[j]);
  const transposed = matchedOfA.filter((letter, i) => letter !== matchedOfB[i]).length / 2;
  return (matches / a.length + matches / b.length + (matches - transposed) / matches) / 3;
}
