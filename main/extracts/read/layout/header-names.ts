import type { ReadingWarning } from '../warning.ts';

/** Characters that are not seen: controls, zero-width and direction marks, byte-order marks. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** Names of the header rows as one, top to bottom; none for no rows; a group's name covers the unnamed cells to its right. */
export function joinHeaderRows(rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const last = rows[rows.length - 1];
  const spread = rows.map((row, i) => (i < rows.length - 1 ? coverGroups(row, last) : row));
  return last.map((_, c) =>
    spread
      .map((row) => (row[c] ?? '').trim())
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** A name with a name below it is that of a group: it goes on over the unnamed cells to its right that have names below. */
function coverGroups(row: string[], below: string[]): string[] {
  let group = '';
  return below.map((name, c) => {
    const own = (row[c] ?? '').trim();
    const named = name.trim() !== '';
    if (own !== '') group = named ? own : '';
    return own === '' && named ? group : own;
  });
}

/**
 * Names by which columns can be told apart: trimmed, without unseen characters, blanks made single, no surrounding
 * quotes; the n-th of equal names gets the suffix _n, an unnamed column is called column_N.
 */
export function cleanNames(
  rows: string[][],
  columns: number,
  line: number,
): { names: string[]; warnings: ReadingWarning[] } {
  const warnings: ReadingWarning[] = [];
  const joined = joinHeaderRows(rows.map((row) => row.map(cleanName)));
  const single =
    rows.length === 1
      ? joined
      : joined.map((name, c) =>
          withoutRepeats(
            rows.map((row) => cleanName(row[c] ?? '')),
            name,
          ),
        );
  const taken = new Set<string>();
  const repeated = new Set<string>();
  const unnamed: number[] = [];
  const names: string[] = [];
  for (let c = 0; c < columns; c++) {
    let name = single[c] ?? '';
    if (name === '') {
      name = `column_${c + 1}`;
      unnamed.push(c + 1);
    }
    let numbered = name;
    for (let n = 2; taken.has(numbered.toLowerCase()); n++) numbered = `${name}_${n}`;
    taken.add(numbered.toLowerCase());
    if (numbered !== name) repeated.add(name);
    names.push(numbered);
  }
  if (repeated.size > 0) {
    warnings.push({
      code: 'duplicate_headers',
      line,
      message: `Several columns have the same name (${[...repeated].join(', ')}); the later ones were numbered. Check which of them you map.`,
    });
  }
  if (unnamed.length > 0)
    warnings.push({
      code: 'unnamed_columns',
      line,
      message: `Columns without a name: ${unnamed.join(', ')}. They are called column_N.`,
    });
  return { names, warnings };
}

function cleanName(name: string): string {
  const text = name.replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  return text
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^"+|"+$/g, '')
    .trim();
}

/** A name repeated row by row is said once. */
function withoutRepeats(parts: string[], joined: string): string {
  const filled = parts.filter((part) => part !== '');
  return filled.length > 1 && filled.every((part) => part === filled[0]) ? filled[0] : joined;
}
