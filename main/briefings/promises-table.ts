import { formatDay, formatNumber } from '../contract/format.ts';
import type { Table, TableRow } from '../contract/page.ts';
import { parseIsoDay } from '../model/civil-day.ts';
import type { Promised, Promises, Standing } from './promises.ts';
import { EMPTY_TABLE, textColumn } from './table-columns.ts';

/** Waves in order of their days with what is promised by each, then what is open without one. */
export function promisesTable({ waves, others }: Promises, closeDay: number): Table {
  if (waves.length === 0 && others.length === 0) return EMPTY_TABLE;
  const rowOf = ({ id, label, due, owner, standing, reached }: Promised): TableRow => ({
    id,
    narrow: null,
    remainder: false,
    cells: [
      { text: label },
      { text: due === null ? 'no date' : dueText(due, closeDay) },
      { text: owner ?? 'no owner' },
      { text: standing === 'done' || standing === 'late' ? `${reached}: ${standing}` : reached },
    ],
  });
  return {
    title: waves.length === 0 ? 'What is still open' : 'Waves, and what else is still open',
    subtitle: 'By the date that was promised',
    columns: [
      textColumn('dimension', waves.length === 0 ? 'Dimension' : 'Wave and promise'),
      textColumn('due', 'Due'),
      textColumn('owner', 'Owner'),
      textColumn('score', 'Now, of target'),
    ],
    rows: [
      ...waves.flatMap(({ wave, promised }) => [
        headOf(`wave ${wave.name}`, [wave.name, dueText(wave.due, closeDay), '', sumText(promised)]),
        ...promised.map(rowOf),
      ]),
      ...(waves.length === 0 || others.length === 0
        ? []
        : [headOf('no wave', ['In no wave', '', '', sumText(others)])]),
      ...others.map(rowOf),
    ],
  };
}

/** "31 Mar 2026, day 120": with its day since the close. */
function dueText(due: string, closeDay: number): string {
  const day = parseIsoDay(due)! - closeDay;
  return `${formatDay(due)}, ${day < 0 ? 'before the close' : `day ${formatNumber(day)}`}`;
}

function headOf(id: string, texts: readonly string[]): TableRow {
  return { id, narrow: null, remainder: false, heads: true, cells: texts.map((text) => ({ text })) };
}

/** "1 of 3 done, 1 late, 1 not known". */
function sumText(promised: readonly Promised[]): string {
  const count = (wanted: Standing) => promised.filter(({ standing }) => standing === wanted).length;
  const [done, late, unknown] = [count('done'), count('late'), count('unknown')];
  return [
    `${formatNumber(done)} of ${formatNumber(promised.length)} done`,
    ...(late > 0 ? [`${formatNumber(late)} late`] : []),
    ...(unknown > 0 ? [`${formatNumber(unknown)} not known`] : []),
  ].join(', ');
}
