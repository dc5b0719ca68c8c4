import { formatNumber } from '../contract/format.ts';
import { listed } from './listed.ts';

/** What to settle first of the differences that nobody answers for, those that affect most people before others. */
export function settleFirst(open: readonly { label: string; people: number | null }[]): string | null {
  const most = open.at(0)?.people ?? null;
  if (most === null) return null;
  const first = open.filter(({ people }) => people === most).map(({ label }) => label.toLowerCase());
  const affects = first.length === 1 ? 'it, and it affects most people' : 'them, and each affects most people';
  return `Settle ${listed(first)} first: nobody answers for ${affects}, ${formatNumber(most)}.`;
}
