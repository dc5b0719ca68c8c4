import type { CodeFacts } from '../code-facts.ts';
import type { NameRules } from '../names/read-name.ts';
import { NO_EVIDENCE } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** People of the two jobs work in no unit of the same kind. */
const ELSEWHERE_FACTOR = 0.95;
/** Kinds of unit in which so many of the people of both jobs work are named. */
const NOTABLE_SHARE = 0.1;
const MOST_NAMED = 3;

/** Whether the people of both jobs work in units of the same kind, by the words in the names of the units. */
export function placeEvidence(source: CodeFacts, target: CodeFacts, units: NameRules): Evidence {
  const [first, second] = [kindShares(source, units), kindShares(target, units)];
  if (first.size === 0 || second.size === 0) return NO_EVIDENCE;
  const shared = [...first]
    .map(([kind, share]) => ({ kind, share: Math.min(share, second.get(kind) ?? 0) }))
    .sort((a, b) => b.share - a.share || (a.kind < b.kind ? -1 : 1));
  const alone = shared.reduce((sum, { share }) => sum + share, 0);
  const named = shared.filter(({ share }) => share >= NOTABLE_SHARE).slice(0, MOST_NAMED);
  if (named.length > 0)
    return {
      factor: 1,
      alone,
      reason: { favours: true, text: `Both work in ${named.map(({ kind }) => kind).join(', ')}.` },
    };
  return { factor: ELSEWHERE_FACTOR, alone, reason: { favours: false, text: 'They work in units of other kinds.' } };
}

/** Share of the people by what is done in their unit. */
function kindShares({ units }: CodeFacts, rules: NameRules): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [unit, share] of units) {
    const kind = rules.read(unit).words.join(' ');
    shares.set(kind, (shares.get(kind) ?? 0) + share);
  }
  return shares;
}
