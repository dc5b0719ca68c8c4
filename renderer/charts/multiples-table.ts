import { displayText } from '../../main/contract/format.ts';
import type { MultiplesChart } from '../../main/contract/page.ts';
import { valueText } from './multiples-layout.ts';
import type { TwinTable } from './twin-table.ts';

/** Small multiples as a table: a row a measure, a column a group, and what is said beneath the panels. */
export function multiplesTable({ groups, panels }: MultiplesChart): TwinTable {
  const hasNotes = panels.some(({ note }) => note !== null);
  return {
    head: ['Measure', ...groups.map(({ label }) => displayText(label)), ...(hasNotes ? ['Note'] : [])],
    rows: panels.map((panel) => [
      displayText(panel.title),
      ...panel.values.map((value) => valueText(value, panel)),
      ...(hasNotes ? [displayText(panel.note ?? '')] : []),
    ]),
  };
}
