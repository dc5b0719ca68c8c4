import { sidesOf } from '../analyses/alignment/sides.ts';
import type { Side, Sides } from '../analyses/alignment/sides.ts';
import { UsageError } from '../contract/errors.ts';
import type {
  CodeState,
  CrosswalkDecision,
  HarmonisationModel,
  HarmonisationRequest,
  HarmonisedCode,
  StateTotal,
} from '../contract/harmonisation.ts';
import { latestAcquired } from '../workspace/entities.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { concealFew } from './conceal-few.ts';
import { CodeStates } from './code-states.ts';
import { crosswalkOf } from './crosswalk.ts';
import type { DecisionSet } from './publish-decisions.ts';
import { BULK_ACCEPT_SCORE, SAME_NAME_SCORE } from './suggester.ts';
import { acceptBest, suggestedFrom } from './suggested-decisions.ts';
import { optionsOf, suggestionsOf } from './suggestions.ts';
import { versionHistory } from './version-history.ts';

/** The codes of an entity in one domain: what each is in the target model, or what is suggested, and what is left. */
export function harmonise(view: WorkspaceView, request: HarmonisationRequest): HarmonisationModel {
  const sides = sidesFor(view, request);
  const { domain } = request;
  const crosswalk = crosswalkOf(view, request.version === null ? {} : { version: request.version });
  const { sources, options, knowsPeople } = optionsOf(view, sides, domain);
  const suggestions = suggestionsOf(view, sides, domain);
  const states = new CodeStates(view, crosswalk, domain);
  const known = sources.map((facts): HarmonisedCode => ({
    code: facts.code,
    title: facts.title,
    titles: facts.titles.size,
    heads: facts.heads,
    hours: facts.hours,
    ...states.stateOf(facts),
    suggestions: suggestions.get(facts)!.map((suggestion) => ({ ...suggestion, reasons: [...suggestion.reasons] })),
  }));
  const codes = view.cleanRoom() === null ? known : concealFew(known);
  const acceptAbove = domain === 'job' ? BULK_ACCEPT_SCORE : SAME_NAME_SCORE;
  const bulk = suggestedFrom(codes, acceptAbove);
  return {
    domain,
    entity: { code: sides.entity.code, name: sides.entity.name },
    against: { code: sides.against.code, name: sides.against.name },
    version: crosswalk.version,
    acceptAbove,
    bulk: { total: totalOf(bulk), decisions: acceptBest(bulk) },
    codes,
    totals: totalsOf(codes),
    targets: options.map(({ code, title }) => ({ code, title })),
    history: versionHistory(view.store),
    missing: knowsPeople || domain === 'pay_code' ? [] : ['roster'],
  };
}

/**
 * Decisions on codes of an entity as they are stored: for each of its members that has the code.
 * Throws a UsageError for a code that the entity, or a target that the model, does not have.
 */
export function decisionSet(
  view: WorkspaceView,
  request: HarmonisationRequest,
  decisions: readonly CrosswalkDecision[],
): DecisionSet {
  const sides = sidesFor(view, request);
  const { domain } = request;
  const { sources, options } = optionsOf(view, sides, domain);
  const factsOf = new Map(sources.map((facts) => [facts.code, facts]));
  const targets = new Set(options.map(({ code }) => code));
  return {
    domain,
    entity: sides.entity.code,
    decisions: decisions.map((decision) => {
      const facts = factsOf.get(decision.code);
      if (facts === undefined) throw unknownCode(decision.code, sides.entity, [...factsOf.keys()]);
      for (const { code } of decision.targets)
        if (!targets.has(code)) throw unknownCode(code, sides.against, [...targets]);
      return { ...decision, entities: facts.entities };
    }),
  };
}

function sidesFor(view: WorkspaceView, { entity, against }: HarmonisationRequest): Sides {
  const code = entity ?? latestAcquired(view.entities)?.code;
  if (code === undefined) throw new UsageError('No extract says which entity was acquired: name the entity.');
  return sidesOf(view, { entity: code, against });
}

function unknownCode(code: string, side: Side, known: readonly string[]): UsageError {
  const some = known.slice(0, 10).join(', ');
  return new UsageError(
    `"${code}" does not occur in ${side.code}; ${known.length === 0 ? 'nothing does' : `it has ${some}${known.length > 10 ? ', …' : ''}`}.`,
  );
}

const STATES: readonly CodeState[] = ['one_to_one', 'split', 'merged', 'none', 'unmapped'];

function totalsOf(codes: readonly HarmonisedCode[]): Record<CodeState, StateTotal> {
  const totals = STATES.map((state) => [state, totalOf(codes.filter((code) => code.state === state))]);
  return Object.fromEntries(totals) as Record<CodeState, StateTotal>;
}

/** Sums over codes; unknown as soon as one of them is. */
function totalOf(codes: readonly HarmonisedCode[]): StateTotal {
  const sum = (pick: (code: HarmonisedCode) => number | null) =>
    codes.reduce<number | null>((total, code) => {
      const value = pick(code);
      return total === null || value === null ? null : total + value;
    }, 0);
  return { codes: codes.length, heads: sum(({ heads }) => heads), hours: sum(({ hours }) => hours) };
}
