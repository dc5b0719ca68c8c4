import type { MultiplesChart } from '../page.ts';
import { numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

type Panel = MultiplesChart['panels'][number];

/** Small multiples as a table: a row a measure, a column a group, and what is said beneath the panels. */
export function multiplesTable({ groups, panels }: MultiplesChart): TwinTable {
  const hasNotes = panels.some(({ note }) => note !== null);
  return {
    head: ['Measure', ...groups.map(({ label }) => label), ...(hasNotes ? ['Note'] : [])],
    rows: panels.map((panel) => [
      panel.title,
      ...panel.values.map((value) => panelCell(value, panel)),
      ...(hasNotes ? [panel.note ?? ''] : []),
    ]),
  };
}

function panelCell({ value, absence }: Panel['values'][number], { unit, currency }: Panel): TwinCell {
  return value === null ? (absence ?? 'no data') : numberIn(value, unit, { currency });
}
