import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { Catalogue } from './catalogue.ts';
import type { CodeFacts } from './code-facts.ts';
import { nameOf } from './code-facts.ts';
import type { NameRules } from './names/read-name.ts';

/**
 * What codes of an entity can be mapped to. Suppliers are the same firms on both sides, so that each is offered once,
 * under the name with most hours; units are mapped to the service lines that the units of the target model make up.
 */
export function targetOptions(domain: CrosswalkDomain, { sources, targets }: Catalogue, rules: NameRules): CodeFacts[] {
  if (domain === 'supplier') return alikeAsOne([...targets, ...sources], rules).map(([first]) => first);
  if (domain === 'unit') return alikeAsOne(targets, rules).map((units) => serviceLine(units, rules));
  return [...targets];
}

/** Says of a unit of the target model which of the lines that are offered it is in; null where it is in none of them. */
export function lineOfUnit({ targets }: Catalogue, rules: NameRules): (unit: string) => string | null {
  const lines = alikeAsOne(targets, rules).flatMap((units) => {
    const { code: line } = serviceLine(units, rules);
    return units.map(({ code }) => [code, line] as const);
  });
  const known = new Map(lines);
  return (unit) => known.get(unit) ?? null;
}

/** Codes whose names are read alike together, each lot in order of hours; those named first win a tie. */
function alikeAsOne(codes: readonly CodeFacts[], rules: NameRules): CodeFacts[][] {
  const lots = Map.groupBy(codes, (facts) => JSON.stringify([...rules.read(nameOf(facts)).words].sort()));
  return [...lots.values()].map((lot) => lot.sort((a, b) => b.hours - a.hours));
}

/** What the units of a lot have in common: "Emergency, Main" and "ED, Lakeside" are the line "Emergency". */
function serviceLine(units: readonly CodeFacts[], rules: NameRules): CodeFacts {
  const name = rules.read(nameOf(units[0])).words.join(' ');
  return {
    ...units[0],
    code: name.charAt(0).toUpperCase() + name.slice(1),
    title: null,
    heads: units.reduce((sum, { heads }) => sum + (heads ?? 0), 0),
    hours: units.reduce((sum, { hours }) => sum + hours, 0),
  };
}
