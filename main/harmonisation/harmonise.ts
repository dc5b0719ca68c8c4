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
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { latestAcquired } from '../workspace/entities.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { catalogueOf } from './catalogue.ts';
import type { CodeFacts } from './code-facts.ts';
import { concealFew } from './conceal-few.ts';
import { CodeStates } from './code-states.ts';
import { crosswalkOf } from './crosswalk.ts';
import { NO_EVIDENCE } from './evidence/evidence.ts';
import { payEvidence } from './evidence/pay-evidence.ts';
import { PlaceComparer } from './evidence/place-evidence.ts';
import { CODE_RULES } from './names/code-names.ts';
import type { NameRules } from './names/read-name.ts';
import { TITLE_RULES } from './names/read-title.ts';
import { SUPPLIER_RULES } from './names/supplier-names.ts';
import { unitRules } from './names/unit-names.ts';
import type { DecisionSet } from './publish-decisions.ts';
import { BULK_ACCEPT_SCORE, SAME_NAME_SCORE, Suggester } from './suggester.ts';
import { acceptBest, suggestedFrom } from './suggested-decisions.ts';
import { targetOptions } from './target-options.ts';
import { versionHistory } from './version-history.ts';

/** The codes of an entity in one domain: what each is in the target model, or what is suggested, and what is left. */
export function harmonise(view: WorkspaceView, request: HarmonisationRequest): HarmonisationModel {
  const sides = sidesFor(view, request);
  const { domain } = request;
  const crosswalk = crosswalkOf(view, request.version === null ? {} : { version: request.version });
  const catalogue = catalogueOf(view, sides, domain);
  const places = unitRules(placeCodes(view));
  const rules = rulesOf(domain, places);
  const targets = targetOptions(domain, catalogue, rules);
  const whereabouts = new PlaceComparer(places);
  const suggester = new Suggester(
    rules,
    { sources: catalogue.sources, targets },
    domain === 'job' ? [payEvidenceIn(view), (source, target) => whereabouts.compare(source, target)] : [],
  );
  const states = new CodeStates(view, crosswalk, domain);
  const known = catalogue.sources.map((facts): HarmonisedCode => ({
    code: facts.code,
    title: facts.title,
    titles: facts.titles.size,
    heads: facts.heads,
    hours: facts.hours,
    ...states.stateOf(facts),
    suggestions: suggester.suggest(facts).map((suggestion) => ({ ...suggestion, reasons: [...suggestion.reasons] })),
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
    targets: targets.map(({ code, title }) => ({ code, title })),
    history: versionHistory(view.store),
    missing: catalogue.knowsPeople || domain === 'pay_code' ? [] : ['roster'],
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
  const catalogue = catalogueOf(view, sides, domain);
  const sources = new Map(catalogue.sources.map((facts) => [facts.code, facts]));
  const targets = new Set(
    targetOptions(domain, catalogue, rulesOf(domain, unitRules(placeCodes(view)))).map(({ code }) => code),
  );
  return {
    domain,
    entity: sides.entity.code,
    decisions: decisions.map((decision) => {
      const facts = sources.get(decision.code);
      if (facts === undefined) throw unknownCode(decision.code, sides.entity, [...sources.keys()]);
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

function rulesOf(domain: CrosswalkDomain, units: NameRules): NameRules {
  switch (domain) {
    case 'job':
      return TITLE_RULES;
    case 'supplier':
      return SUPPLIER_RULES;
    case 'unit':
      return units;
    case 'pay_code':
    case 'worker_type':
      return CODE_RULES;
  }
}

function placeCodes({ dictionaries }: WorkspaceView): Set<string> {
  const codes = ['site', 'entity'].flatMap((dimension) => dictionaries.tuples.column(dimension).codes);
  return new Set(codes.filter((code) => code !== UNKNOWN_CODE));
}

function payEvidenceIn(view: WorkspaceView) {
  const currency = view.currency();
  return (source: CodeFacts, target: CodeFacts) =>
    currency === null && view.mixesCurrencies() ? NO_EVIDENCE : payEvidence(source, target, currency);
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
