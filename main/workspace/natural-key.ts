import type { ExtractKind } from '../extracts/kinds/kind.ts';

/** Text of a record's natural key; empty when all its parts are blank. */
export function naturalKey(kind: ExtractKind, values: readonly (string | number | null)[]): string {
  const parts = kind.naturalKey.map((name) => values[kind.columns.findIndex((column) => column.name === name)] ?? null);
  return parts.every((part) => part === null) ? '' : JSON.stringify(parts);
}
