import { formatNumber, formatValue } from '../../contract/format.ts';
import type { CodeFacts } from '../code-facts.ts';
import { NO_EVIDENCE } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** Entities pay one job this much differently without anything being wrong. */
const USUAL_GAP = 0.15;
/** From this gap on it hardly is the same job. */
const WIDE_GAP = 0.5;
const LEAST_FACTOR = 0.75;

/** Median base pay of both jobs, side by side; the gap is a share of the target's. */
export function payEvidence(source: CodeFacts, target: CodeFacts, currency: string | null): Evidence {
  if (source.medianRate === null || target.medianRate === null || target.medianRate === 0) return NO_EVIDENCE;
  const gap = source.medianRate / target.medianRate - 1;
  const strength = Math.min(1, Math.max(0, (Math.abs(gap) - USUAL_GAP) / (WIDE_GAP - USUAL_GAP)));
  return {
    factor: 1 - strength * (1 - LEAST_FACTOR),
    alone: Math.max(0, 1 - Math.abs(gap) / WIDE_GAP),
    explain: () => {
      const money = (minor: number) => formatValue(minor, 'money', { currency, full: true });
      const medians = `${money(source.medianRate!)} against ${money(target.medianRate!)} an hour`;
      const share = formatNumber(Math.abs(gap) * 100);
      const difference = share === '0' ? 'the same' : `${share}% ${gap < 0 ? 'lower' : 'higher'}`;
      return { favours: strength === 0, text: `Median pay is ${difference}: ${medians}.` };
    },
  };
}
