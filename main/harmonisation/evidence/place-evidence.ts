import type { CodeFacts } from '../code-facts.ts';
import type { NameRules } from '../names/read-name.ts';
import { NO_EVIDENCE } from './evidence.ts';
import type { Evidence } from './evidence.ts';

/** People of the two jobs work in no unit of the same kind. */
const ELSEWHERE_FACTOR = 0.95;
/** Kinds of unit in which so many of the people of both jobs work are named. */
const NOTABLE_SHARE = 0.1;
const MOST_NAMED = 3;

/** Compares where people work: in units of the same kind, by the words in the names of the units. */
export class PlaceComparer {
  private readonly kinds = new WeakMap<CodeFacts, ReadonlyMap<string, number>>();

  constructor(private readonly units: NameRules) {}

  compare(source: CodeFacts, target: CodeFacts): Evidence {
    const [first, second] = [this.kindShares(source), this.kindShares(target)];
    if (first.size === 0 || second.size === 0) return NO_EVIDENCE;
    const shared: { kind: string; share: number }[] = [];
    let alone = 0;
    for (const [kind, share] of first) {
      const both = Math.min(share, second.get(kind) ?? 0);
      alone += both;
      if (both >= NOTABLE_SHARE) shared.push({ kind, share: both });
    }
    if (shared.length === 0)
      return {
        factor: ELSEWHERE_FACTOR,
        alone,
        explain: () => ({ favours: false, text: 'They work in units of other kinds.' }),
      };
    return {
      factor: 1,
      alone,
      explain: () => {
        const ordered = shared.sort((a, b) => b.share - a.share || (a.kind < b.kind ? -1 : 1));
        const names = ordered.slice(0, MOST_NAMED).map(({ kind }) => kind);
        return { favours: true, text: `Both work in ${names.join(', ')}.` };
      },
    };
  }

  /** Share of the people by what is done in their unit. */
  private kindShares(facts: CodeFacts): ReadonlyMap<string, number> {
    let shares = this.kinds.get(facts);
    if (shares === undefined) {
      const sums = new Map<string, number>();
      for (const [unit, share] of facts.units) {
        const kind = this.units.read(unit).words.join(' ');
        // A cost centre that is only a number says nothing of what is done in it.
        if (kind === '') continue;
        sums.set(kind, (sums.get(kind) ?? 0) + share);
      }
      this.kinds.set(facts, (shares = sums));
    }
    return shares;
  }
}
