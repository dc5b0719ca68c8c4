import type { PageModel } from '../../contract/page.ts';
import { kpiRows } from './kpi-rows.ts';
import { dayCell, numberCell } from './number-cell.ts';
import { EMPTY, fact, line, linkTo, words, type Sheet, type SheetRow } from './sheet.ts';
import { CONTENTS, pageSheetName } from './sheet-names.ts';
import { tableRows } from './table-rows.ts';
import { chartRows } from './twin-rows.ts';

/** A page as a sheet: what it asks and says, then every number of it in the order in which it is read. */
export function pageSheet(page: PageModel, mark: SheetRow): Sheet {
  const parts = [
    kpiRows(page.kpis),
    chartRows(page.chart),
    page.inset === null ? [] : chartRows(page.inset),
    tableRows(page.table),
    recommendationRows(page),
    noticeRows(page),
    sourceRows(page),
  ];
  return {
    name: pageSheetName(page),
    frozen: 2,
    rows: [
      mark,
      line(page.title, 'title'),
      fact('Question', words(page.question)),
      fact('Scope', words(page.scope)),
      { cells: [linkTo(CONTENTS, 'Back to the contents')], prose: false },
      ...parts.flatMap((rows) => (rows.length === 0 ? [] : [EMPTY, ...rows])),
    ],
  };
}

function recommendationRows({ recommendation }: PageModel): SheetRow[] {
  if (recommendation === null) return [];
  const { text, basis } = recommendation;
  return [
    line('Recommendation', 'section'),
    line(text),
    ...(basis === '' ? [] : [fact('How it was worked out', words(basis))]),
  ];
}

function noticeRows({ notices }: PageModel): SheetRow[] {
  return notices.length === 0 ? [] : [line('Notes', 'section'), ...notices.map((notice) => line(notice))];
}

function sourceRows({ source }: PageModel): SheetRow[] {
  const count = (value: number) => numberCell(value, { unit: 'count', currency: null, signed: false });
  return [
    line('Source', 'section'),
    ...(source.asOf === null ? [] : [fact('As of', dayCell(source.asOf))]),
    ...(source.structure === null ? [] : [fact('Structure', words(source.structure))]),
    fact('Rows', count(source.rows)),
    fact('Quarantined', count(source.quarantined)),
    ...(source.tieOut === '' ? [] : [fact('Tie-out', words(source.tieOut))]),
    ...(source.definitions.length === 0 ? [] : [fact('Definitions', words(source.definitions.join(', ')))]),
    ...(source.batches.length === 0 ? [] : [fact('Batches', words(source.batches.join(', ')))]),
  ];
}
