import type { Sides } from '../analyses/alignment/sides.ts';
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import { ViewMemory } from '../metrics/view-memory.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { catalogueOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { CodeFacts } from './code-facts.ts';
import { NO_EVIDENCE } from './evidence/evidence.ts';
import { payEvidence } from './evidence/pay-evidence.ts';
import { PlaceComparer } from './evidence/place-evidence.ts';
import { CODE_RULES } from './names/code-names.ts';
import type { NameRules } from './names/read-name.ts';
import { TITLE_RULES } from './names/read-title.ts';
import { SUPPLIER_RULES } from './names/supplier-names.ts';
import { unitRules } from './names/unit-names.ts';
import { Suggester } from './suggester.ts';
import type { Suggestion } from './suggester.ts';
import { lineOfUnit, targetOptions } from './target-options.ts';

/** The codes of an entity with what each can be mapped to. */
export type Options = Catalogue & { options: readonly CodeFacts[] };
export type Suggestions = ReadonlyMap<CodeFacts, readonly Suggestion[]>;

/** By the facts of a view: a decision on the crosswalk changes none of it, and the next is waiting. */
const options = new ViewMemory<Options>(5);
const suggested = new ViewMemory<Suggestions>(5);
const lines = new ViewMemory<(unit: string) => string | null>(2);

export function optionsOf(view: WorkspaceView, sides: Sides, domain: CrosswalkDomain): Options {
  return options.recall(view.facts, question(sides, domain), () => {
    const catalogue = catalogueOf(view, sides, domain);
    return { ...catalogue, options: targetOptions(domain, catalogue, rulesOf(domain, placeRules(view))) };
  });
}

/** The likeliest targets of every code of the entity. */
export function suggestionsOf(view: WorkspaceView, sides: Sides, domain: CrosswalkDomain): Suggestions {
  return suggested.recall(view.facts, question(sides, domain), () => {
    const { sources, options: targets } = optionsOf(view, sides, domain);
    const places = placeRules(view);
    const whereabouts = new PlaceComparer(places);
    const suggester = new Suggester(
      rulesOf(domain, places),
      { sources, targets },
      domain === 'job' ? [payEvidenceIn(view), (source, target) => whereabouts.compare(source, target)] : [],
    );
    return new Map(sources.map((facts) => [facts, suggester.suggest(facts)]));
  });
}

/** Service lines of the units of the target model, as units of the entity are mapped to them. */
export function serviceLineOf(view: WorkspaceView, sides: Sides): (unit: string) => string | null {
  return lines.recall(view.facts, question(sides, 'unit'), () =>
    lineOfUnit(optionsOf(view, sides, 'unit'), placeRules(view)),
  );
}

function question({ entity, against }: Sides, domain: CrosswalkDomain): string[] {
  return [domain, entity.code, against.code];
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

/** Names of units, which name the places that they are in as well. */
function placeRules({ dictionaries }: WorkspaceView): NameRules {
  const codes = ['site', 'entity'].flatMap((dimension) => dictionaries.tuples.column(dimension).codes);
  return unitRules(new Set(codes.filter((code) => code !== UNKNOWN_CODE)));
}

function payEvidenceIn(view: WorkspaceView) {
  const currency = view.currency();
  return (source: CodeFacts, target: CodeFacts) =>
    currency === null && view.mixesCurrencies() ? NO_EVIDENCE : payEvidence(source, target, currency);
}
