import { formatNumber } from '../contract/format.ts';

/** A command's document for people: lists as aligned columns, single values as lines. */
export function plainText(document: unknown): string {
  if (!isRecord(document)) return JSON.stringify(document);
  return Object.entries(document)
    .map(([key, value]) => (Array.isArray(value) ? listText(key, value) : `${key}: ${cellText(value)}`))
    .join('\n');
}

function listText(title: string, list: readonly unknown[]): string {
  if (list.length === 0) return `${title}: none`;
  if (!list.every(isRecord)) return `${title}: ${list.map(cellText).join(', ')}`;
  const columns = [...new Set(list.flatMap((row) => Object.keys(row)))].filter((column) =>
    list.some((row) => cellText(row[column]) !== ''),
  );
  const rows = list.map((row) => columns.map((column) => cellText(row[column])));
  const widths = columns.map((column, i) => Math.min(60, Math.max(column.length, ...rows.map((row) => row[i].length))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : formatNumber(value, { decimals: 4 });
  if (Array.isArray(value))
    return value
      .map((item: unknown) =>
        isRecord(item) && typeof item['message'] === 'string' ? item['message'] : cellText(item),
      )
      .join('; ');
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, item]) => `${key}=${cellText(item)}`)
      .join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
