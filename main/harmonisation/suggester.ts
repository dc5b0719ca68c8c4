import { nameOf } from './code-facts.ts';
import type { CodeFacts } from './code-facts.ts';
import type { Evidence, Reason } from './evidence/evidence.ts';
import { nameReasons } from './evidence/name-reasons.ts';
import { commonName } from './names/common-name.ts';
import { NameComparer } from './names/compare-names.ts';
import type { NameRules, ReadName } from './names/read-name.ts';

export type Suggestion = {
  code: string;
  title: string | null;
  /** 0 to 1; what it is worth is measured on labelled titles (docs/crosswalk.md). */
  score: number;
  reasons: readonly Reason[];
};

/**
 * From this score on suggestions may be accepted together: on the labelled titles none of them was wrong, neither on
 * the part that the suggester was tuned on nor on the part held out (docs/crosswalk.md has the measurement).
 */
export const BULK_ACCEPT_SCORE = 0.9;

/** Where nothing was measured, only names that agree in every word may be accepted together. */
export const SAME_NAME_SCORE = 1;

const MOST_SUGGESTIONS = 3;
/** Below this the names have next to nothing in common. */
const LEAST_SCORE = 0.3;
/** A second target that scores so nearly the same could as well be meant. */
const CLOSE_SECOND = 0.05;
const CLOSE_SECOND_FACTOR = 0.9;
/** Share of what is missing to a full score that an equal code makes up for, when the names do not contradict. */
const SAME_CODE_SHARE = 0.25;
const SAME_CODE_FROM = 0.6;

/** The most that place and pay can say without a name. */
const WITHOUT_NAMES = 0.5;

type Named = { facts: CodeFacts; name: ReadName };
type Scored = { target: Named; evidence: readonly Evidence[]; score: number };

/** Suggests targets for the codes of an entity, from their names and whatever else is known of both. */
export class Suggester {
  private readonly sources: ReadonlyMap<CodeFacts, Named>;
  private readonly targets: readonly Named[];
  private readonly targetsWith = new Map<string, Named[]>();
  private readonly comparer: NameComparer;

  constructor(
    private readonly rules: NameRules,
    sides: { sources: readonly CodeFacts[]; targets: readonly CodeFacts[] },
    private readonly evidence: readonly ((source: CodeFacts, target: CodeFacts) => Evidence)[] = [],
  ) {
    this.sources = new Map(sides.sources.map((facts) => [facts, this.named(facts)]));
    this.targets = sides.targets.map((facts) => this.named(facts));
    for (const target of this.targets)
      for (const word of target.name.words) {
        const having = this.targetsWith.get(word);
        if (having) having.push(target);
        else this.targetsWith.set(word, [target]);
      }
    this.comparer = new NameComparer(rules, {
      sources: [...this.sources.values()].map(({ name }) => name),
      targets: this.targets.map(({ name }) => name),
    });
  }

  /** The likeliest targets of one of the sources first; none when nothing is alike. */
  suggest(facts: CodeFacts): Suggestion[] {
    const source = this.sources.get(facts) ?? this.named(facts);
    const alike = this.alikeInName(source);
    const scored = this.targets
      .map((target) => this.score(source, target, alike.has(target)))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || (a.target.facts.code < b.target.facts.code ? -1 : 1))
      .slice(0, MOST_SUGGESTIONS);
    const rivals = scored.filter(({ score }) => scored[0].score - score < CLOSE_SECOND);
    const isClose = rivals.length > 1;
    return scored.map((one) => {
      const rival = rivals.includes(one) ? rivals.find((other) => other !== one) : undefined;
      return {
        code: one.target.facts.code,
        title: one.target.facts.title,
        // All of them count for less, so that none overtakes the two that are close.
        score: rounded(one.score * (isClose ? CLOSE_SECOND_FACTOR : 1)),
        reasons: [...this.reasons(source, one), ...(rival ? [closeTo(rival)] : [])],
      };
    });
  }

  private named(facts: CodeFacts): Named {
    return { facts, name: commonName(this.rules, nameOf(facts), facts.titles) };
  }

  /** Targets that have a word of the name in some spelling: the others need not be compared word by word. */
  private alikeInName({ name }: Named): ReadonlySet<Named> {
    const spellings = name.words.flatMap((word) => [...this.comparer.alikeTo(word).keys()]);
    return new Set(spellings.flatMap((word) => this.targetsWith.get(word) ?? []));
  }

  private score(source: Named, target: Named, isAlikeInName: boolean): Scored {
    const named = isAlikeInName ? this.comparer.compare(source.name, target.name).score : 0;
    const raised =
      named >= SAME_CODE_FROM && sameCode(source.facts, target.facts) ? named + SAME_CODE_SHARE * (1 - named) : named;
    const evidence = this.evidence.map((of) => of(source.facts, target.facts));
    const lowered = evidence.reduce((score, { factor }) => score * factor, raised);
    // Names may have nothing in common and the jobs everything else: worth a look, and never more.
    const alike = evidence.reduce((product, { alone }) => product * alone, 1);
    const alone = evidence.length === 0 ? 0 : WITHOUT_NAMES * alike ** (1 / evidence.length);
    return { target, evidence, score: Math.max(lowered, alone) };
  }

  private reasons(source: Named, { target, evidence }: Scored): Reason[] {
    const comparison = this.comparer.compare(source.name, target.name);
    const code = sameCode(source.facts, target.facts)
      ? [{ favours: true, text: `The same code ${target.facts.code}.` }]
      : [];
    const further = evidence.flatMap((one) => one.explain() ?? []);
    return [...nameReasons(comparison, source.name, target.name), ...code, ...further];
  }
}

function closeTo({ target }: Scored): Reason {
  return { favours: false, text: `${nameOf(target.facts)} scores nearly the same.` };
}

/** Two systems number their jobs alike by chance; letters stand for something. Without a title the code is the name. */
function sameCode(source: CodeFacts, target: CodeFacts): boolean {
  const code = source.code.toLowerCase();
  return source.title !== null && /\p{L}/u.test(code) && code === target.code.toLowerCase();
}

/** As it is shown, so that what is shown decides. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
