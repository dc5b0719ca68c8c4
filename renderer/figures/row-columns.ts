import { displayText, formatNumber } from '../../main/contract/format.ts';
import type { GridColumn } from '../grid/paged-grid.tsx';

type Row = Record<string, string | number | null>;

const NARROW = new Set(['batch', 'line', 'hours', 'currency', 'pay_code', 'is_correction', 'state']);
const WIDE = new Set(['file', 'name', 'job_title', 'unit', 'site']);
/** Numbers that name something: never grouped. */
const NAMES = new Set(['batch', 'line', 'row']);

/** Columns of the rows beneath a figure, in the order the service gives them. */
export function rowColumns(ids: readonly string[]): GridColumn<Row>[] {
  return ids.map((id) => ({
    id,
    label: id.replaceAll('_', ' '),
    width: NARROW.has(id) ? 'minmax(5rem, 1fr)' : WIDE.has(id) ? 'minmax(11rem, 2fr)' : 'minmax(7.5rem, 1.2fr)',
    numeric: id === 'hours' || id === 'cost' || id === 'amount' || id.endsWith('_hours') || NAMES.has(id),
    text: (row) => cellText(row[id] ?? null, id),
  }));
}

function cellText(value: string | number | null, id: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return displayText(value);
  if (NAMES.has(id)) return String(value);
  return formatNumber(value, { decimals: Number.isInteger(value) ? 0 : 2 });
}
