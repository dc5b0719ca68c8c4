import type { CrosswalkDomain } from '../../main/contract/crosswalk-domains.ts';
import { displayText, formatDay, formatNumber } from '../../main/contract/format.ts';
import type { CodeState, StateTotal, TargetShare } from '../../main/contract/harmonisation.ts';

export const DOMAIN_WORDS: Record<CrosswalkDomain, { tab: string; one: string; many: string }> = {
  job: { tab: 'Jobs', one: 'job', many: 'jobs' },
  supplier: { tab: 'Suppliers', one: 'supplier name', many: 'supplier names' },
  unit: { tab: 'Units', one: 'unit', many: 'units' },
  pay_code: { tab: 'Pay codes', one: 'pay code', many: 'pay codes' },
  worker_type: { tab: 'Worker types', one: 'worker type', many: 'worker types' },
};

export const STATE_WORDS: Record<CodeState, string> = {
  one_to_one: 'One to one',
  split: 'Split',
  merged: 'Merged',
  none: 'No counterpart',
  unmapped: 'Unmapped',
};

/** Order in which states stand beside each other: from settled to open. */
export const STATES: readonly CodeState[] = ['one_to_one', 'merged', 'split', 'none', 'unmapped'];

export function headsText(heads: number | null): string {
  return heads === null ? 'heads n/a' : `${formatNumber(heads)} ${heads === 1 ? 'head' : 'heads'}`;
}

export function hoursText(hours: number | null): string {
  return hours === null ? 'hours n/a' : `${formatNumber(hours)} h`;
}

export function totalText({ heads, hours }: StateTotal): string {
  return `${headsText(heads)}, ${hoursText(hours)}`;
}

export function countText(count: number, domain: CrosswalkDomain): string {
  return `${formatNumber(count)} ${DOMAIN_WORDS[domain][count === 1 ? 'one' : 'many']}`;
}

export function scoreText(score: number): string {
  return formatNumber(score, { decimals: 2 });
}

/** A code as people know it: its title, with the code where that says something else. */
export function nameText({ code, title }: { code: string; title: string | null }): string {
  return title === null ? displayText(code) : displayText(title);
}

/** "RN" or "CNA 70%, UC 30%". */
export function targetsText(targets: readonly TargetShare[]): string {
  if (targets.length === 1) return displayText(targets[0].code);
  return targets.map(({ code, share }) => `${displayText(code)} ${formatNumber(share * 100)}%`).join(', ');
}

/** Day and time at which something was done. */
export function momentText(at: string): string {
  return `${formatDay(at)}, ${at.slice(11, 16)} UTC`;
}
