import { UsageError } from '../../contract/errors.ts';
import type { ExtractKind } from './kind.ts';

const found = import.meta.glob<{ default: ExtractKind }>('./*.kind.ts', { eager: true });

/** Every kind of extract by id; a new `<kind>.kind.ts` is found without being listed. */
export const KINDS: ReadonlyMap<string, ExtractKind> = index(Object.values(found).map((module) => module.default));

function index(kinds: ExtractKind[]): Map<string, ExtractKind> {
  const byId = new Map<string, ExtractKind>();
  for (const kind of kinds.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (byId.has(kind.id)) throw new Error(`Two extract kinds are called "${kind.id}".`);
    byId.set(kind.id, kind);
  }
  return byId;
}

/** Throws a UsageError naming an unknown kind. */
export function kindOf(id: string): ExtractKind {
  const kind = KINDS.get(id);
  if (!kind) throw new UsageError(`"${id}" is not a kind of extract; the kinds are ${[...KINDS.keys()].join(', ')}.`);
  return kind;
}
