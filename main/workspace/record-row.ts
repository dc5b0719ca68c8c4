import type { ColumnDefinition } from '../extracts/kinds/kind.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import type { StoredRecord } from '../ports/store.ts';
import type { Row } from './row-page.ts';

/** A stored record as its extract had it, with where it came from. */
export function recordRow(record: StoredRecord, columns: readonly ColumnDefinition[], file: string): Row {
  const values = columns.map(({ name, type }, i): [string, string | number | null] => [
    name,
    shown(record.values[i] ?? null, type),
  ]);
  return { batch: record.batch, file, line: record.line, ...Object.fromEntries(values), ...record.attributes };
}

function shown(value: string | number | null, type: ColumnDefinition['type']): string | number | null {
  if (typeof value !== 'number') return value;
  if (type === 'day') return formatIsoDay(value);
  return type === 'hours' ? value / UNITS_PER_HOUR : value;
}
