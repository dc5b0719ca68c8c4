import type { DeckModel } from '../../contract/deck.ts';
import type { MetricDefinition } from '../../contract/figure.ts';
import type { PageModel } from '../../contract/page.ts';

/** What whoever presents the slide may be asked: its scope, how money was worked out, the rules behind its figures. */
export function pageNotes(page: PageModel, deck: DeckModel): string[] {
  const used = new Set(page.source.definitions);
  const basis = page.recommendation?.basis ?? '';
  return [
    deck.status,
    page.question,
    `Scope: ${page.scope}`,
    ...(basis === '' ? [] : [`How the recommendation was worked out: ${basis}`]),
    ...deck.definitions.filter(({ metric }) => used.has(metric)).map(definitionText),
  ];
}

function definitionText({ metric, version, title, formula, edge_cases: edges }: MetricDefinition): string {
  return [`${title} (${metric}, version ${version}): ${formula}.`, ...edges].join(' ');
}
