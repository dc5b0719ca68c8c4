import { InputRefused, UsageError } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import type { SurvivalSpells } from '../analyses/survival/survival.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Store, StoredRecord } from '../ports/store.ts';

/** Spells of the workspace in groups, in the unit that their extracts state. */
export type GroupedSpells = SurvivalSpells & { unit: string };

/** Whether an extract gives durations. */
export function hasSpells(store: Store): boolean {
  return effectiveSpells(store).length > 0;
}

function effectiveSpells(store: Store): StoredRecord[] {
  return store.records('spells').filter((record) => record.status === RowStatus.effective);
}

/**
 * Spells split by some of their attributes, groups in order of their codes.
 * Throws InputRefused when there are none or when extracts give times in different units, UsageError for an unknown
 * attribute.
 */
export function groupSpells(store: Store, { by, where }: { by: readonly string[]; where: Filter }): GroupedSpells {
  const columns = kindOf('spells').columns.map((column) => column.name);
  const records = effectiveSpells(store);
  if (records.length === 0)
    throw new InputRefused(
      'no_spells',
      'There are no spells in this workspace. Import a roster, or an extract of kind "spells", with a recipe if need be.',
    );
  const known = new Set(records.flatMap((record) => Object.keys(record.attributes ?? {})));
  for (const id of [...by, ...Object.keys(where)]) {
    if (!known.has(id))
      throw new UsageError(`"${id}" is not an attribute of the spells; they have ${[...known].join(', ') || 'none'}.`);
  }
  const at = (record: (typeof records)[number], name: string) => record.values[columns.indexOf(name)] ?? null;
  const attribute = (record: (typeof records)[number], id: string) => record.attributes?.[id] ?? UNKNOWN_CODE;
  const chosen = records.filter((record) =>
    Object.entries(where).every(([id, codes]) => codes.includes(attribute(record, id))),
  );
  const keys = chosen.map((record) => by.map((id) => attribute(record, id)).join('\u0000'));
  const names = [...new Set(keys)].sort();
  const units = new Set(chosen.map((record) => (at(record, 'unit') as string | null) ?? 'days'));
  if (units.size > 1)
    throw new InputRefused(
      'mixed_units',
      `The spells are in several units (${[...units].join(', ')}); filter to one of them.`,
    );
  const positions = new Map(names.map((name, i) => [name, i]));
  return {
    entry: Float64Array.from(chosen, (record) => (at(record, 'entry') as number | null) ?? 0),
    exit: Float64Array.from(chosen, (record) => at(record, 'exit') as number),
    left: Uint8Array.from(chosen, (record) => at(record, 'left') as number),
    group: Int32Array.from(keys, (key) => positions.get(key)!),
    groups: names.map((name) => Object.fromEntries(by.map((id, i) => [id, name.split('\u0000')[i]]))),
    unit: [...units][0] ?? 'days',
  };
}
