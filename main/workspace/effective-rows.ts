import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { Store } from '../ports/store.ts';

/** One row that counts, read by column name; a column that is blank or not in the extract is null. */
export type EffectiveRow = {
  text(column: string): string | null;
  number(column: string): number | null;
  attributes: Readonly<Record<string, string>>;
};

/** Rows of a kind that count: neither duplicates nor replaced, in order of import. */
export function effectiveRows(store: Store, kind: string): EffectiveRow[] {
  const positions = new Map(kindOf(kind).columns.map((column, at) => [column.name, at]));
  return store
    .records(kind)
    .filter((record) => record.status === RowStatus.effective)
    .map((record) => {
      const at = (name: string) => record.values[positions.get(name)!] ?? null;
      return {
        text: (name) => at(name) as string | null,
        number: (name) => at(name) as number | null,
        attributes: record.attributes ?? {},
      };
    });
}
