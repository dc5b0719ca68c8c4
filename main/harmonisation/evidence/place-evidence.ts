import type { CodeFacts } from '../code-facts.ts';
import type { NameRules } from '../names/read-name.ts';
import { NO_EVIDENCE } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** People of the two jobs work in no unit of the same kind. */
const ELSEWHERE_FACTOR = 0.95;
/** In words of a unit that so many of the people share. */
const NOTABLE_SHARE = 0.1;

/** Whether the people of both jobs work in units of the same kind, by the words in the names of the units. */
export function placeEvidence(source: CodeFacts, target: CodeFacts, units: NameRules): Evidence {
  const [first, second] = [wordShares(source, units), wordShares(target, units)];
  if (first.size === 0 || second.size === 0) return NO_EVIDENCE;
  const common = [...first]
    .filter(([word, share]) => Math.min(share, second.get(word) ?? 0) >= NOTABLE_SHARE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (common.length === 0)
    return { factor: ELSEWHERE_FACTOR, reason: { favours: false, text: 'They work in units of other kinds.' } };
  const words = common.slice(0, 3).map(([word]) => word);
  return { factor: 1, reason: { favours: true, text: `Both work in units named ${words.join(', ')}.` } };
}

function wordShares({ units }: CodeFacts, rules: NameRules): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [unit, share] of units)
    for (const word of new Set(rules.read(unit).words)) shares.set(word, (shares.get(word) ?? 0) + share);
  return shares;
}
