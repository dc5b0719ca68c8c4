import type { ExtractKind } from '../extracts/kinds/kind.ts';

/** Text of a record's natural key; empty when all its parts are blank. */
export function naturalKey(kind: ExtractKind, values: readonly (string | number | null)[]): string {
  const at = (name: string) => values[kind.columns.findIndex((column) => column.name === name)] ?? null;
  const parts = kind.naturalKey.map(
    (names) =>
      names
        .split('|')
        .map(at)
        .find((value) => value !== null) ?? null,
  );
  return parts.every((part) => part === null) ? '' : JSON.stringify(parts);
}
