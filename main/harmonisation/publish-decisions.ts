import { formatNumber } from '../contract/format.ts';
import { InputRefused } from '../contract/errors.ts';
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { CrosswalkDecision, DecisionResult } from '../contract/harmonisation.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import type { Clock } from '../ports/processes.ts';
import type { RecordRow, Store } from '../ports/store.ts';
import type { Dictionaries } from '../workspace/dictionaries.ts';
import { NaturalKeys } from '../workspace/natural-key.ts';
import { publishBatch } from '../workspace/publish-batch.ts';
import { RollupSums } from '../workspace/rollup.ts';
import type { Rollup } from '../workspace/rollup.ts';
import type { Crosswalk } from './crosswalk.ts';
import { mappingsOf } from './crosswalk.ts';
import { DOMAIN_NOUNS } from './domain-nouns.ts';
import { problemOf } from './stated-mappings.ts';

export type DecisionSet = {
  domain: CrosswalkDomain;
  /** Entity or parent under which it was decided. */
  entity: string;
  /** Each with the entities that have the code. */
  decisions: readonly (CrosswalkDecision & { entities: readonly string[] })[];
};

export type DecisionTools = {
  store: Store;
  dictionaries: Dictionaries;
  clock: Clock;
  hashText: (text: string) => string;
};

/** Profile of batches that were decided and not imported. */
export const DECIDED = 'harmonisation';

/**
 * Makes a batch of decisions on one entity, beside the imported extracts: in the ledger, in the history, to be undone
 * like any of them. What only repeats what is in force is left out; if nothing remains, nothing is stored.
 * Throws InputRefused where a code is decided twice or its shares do not add up, and stores nothing then.
 */
export function publishDecisions(
  tools: DecisionTools,
  crosswalk: Crosswalk,
  set: DecisionSet,
): { result: DecisionResult; rollup: Rollup | null } {
  requireSound(set);
  const { domain } = set;
  const news = set.decisions.filter(({ code, targets, entities }) =>
    entities.some((entity) => !repeats(mappingsOf(crosswalk, { domain, entity }).get(code)?.targets, targets)),
  );
  if (news.length === 0) return { result: { batch: null, version: crosswalk.version, decided: 0 }, rollup: null };
  const { store, dictionaries, clock, hashText } = tools;
  const rows = news
    .flatMap((decision) => rowsOf(domain, decision))
    .map((values, i): RecordRow => ({ line: i + 1, values, attributes: null }));
  const content = JSON.stringify(rows);
  // The version that was decided upon is a part of the recipe: the same decision may be made again later.
  const recipe = JSON.stringify({ decided_on_version: crosswalk.version });
  const batch = store.stageBatch({
    sheet: null,
    file: `Harmonisation of ${set.entity}: ${formatNumber(news.length)} ${DOMAIN_NOUNS[domain][news.length === 1 ? 'one' : 'many']}`,
    kind: 'crosswalk',
    profile: DECIDED,
    recipe,
    recipeHash: hashText(recipe),
    imported: clock.now(),
  });
  try {
    const kind = kindOf('crosswalk');
    const keys = new NaturalKeys(kind);
    store.stageRecords(
      batch,
      kind.id,
      rows.map((row) => ({ row, key: keys.of(row) })),
    );
    const { rollup } = publishBatch(store, dictionaries, {
      id: batch,
      kind: kind.id,
      fact: null,
      sums: new RollupSums(),
      window: null,
      rowsRead: rows.length,
      quarantined: 0,
      skipped: 0,
      sha256: hashText(content),
      size: content.length,
      warnings: [],
      action: 'decide',
    });
    return { result: { batch, version: crosswalk.version + 1, decided: news.length }, rollup };
  } catch (error) {
    store.discard(batch);
    throw error;
  }
}

function requireSound({ entity, decisions }: DecisionSet): void {
  const seen = new Set<string>();
  for (const { code, targets } of decisions) {
    if (seen.has(code)) throw new InputRefused('decided_twice', `${code} of ${entity} is decided twice at once.`);
    seen.add(code);
    const problem = problemOf(targets, targets.length);
    if (problem !== null) throw new InputRefused('unsound_mapping', `${code} of ${entity} ${problem}.`);
  }
}

type Targets = readonly { code: string; share: number }[];

function repeats(inForce: Targets | undefined, targets: Targets): boolean {
  const said = (list: Targets) => JSON.stringify(list.map(({ code, share }) => JSON.stringify([code, share])).sort());
  return inForce !== undefined && said(inForce) === said(targets);
}

/** Values in the order of the kind's columns. */
function rowsOf(
  domain: CrosswalkDomain,
  { code, targets, entities }: DecisionSet['decisions'][number],
): (string | number | null)[][] {
  const stated: readonly { code: string | null; share: number }[] =
    targets.length === 0 ? [{ code: null, share: 1 }] : targets;
  return entities.flatMap((entity) => stated.map((target) => [domain, entity, code, target.code, target.share]));
}
