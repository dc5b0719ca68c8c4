import { textWidth } from '../../main/contract/drawing/labels.ts';
import { displayText } from '../../main/contract/format.ts';
import type { Table } from '../../main/contract/page.ts';
import type { PageLayout } from '../../main/contract/paper/page-layout.ts';

type TableDensity = 'open' | 'close' | 'tight' | 'tightest';

/** Pixels that the names of rows have between two charts and the numbers, and their type there. */
const NAME_ROOM = 140;
const NAME_TYPE = 12;

/** Rows closer together the more of them there are: a page holds its whole table, and leaves room for a chart beneath. */
export function densityOf(table: Table, layout: PageLayout): TableDensity {
  const rows = table.rows.length;
  if (layout === 'stacked') return rows <= 3 ? 'close' : 'tight';
  const lines = layout === 'three' ? linesOf(table) : rows;
  if (lines <= 7) return 'open';
  if (lines <= 11) return 'close';
  return lines <= 15 ? 'tight' : 'tightest';
}

/** Lines of text that a table takes in a narrow column, where long names break. */
function linesOf({ rows }: Table): number {
  return rows.reduce((sum, { cells: [name] }) => {
    const width = name !== undefined && 'text' in name ? textWidth(displayText(name.text), NAME_TYPE) : 0;
    return sum + Math.max(1, Math.ceil(width / NAME_ROOM));
  }, 0);
}
