import type { DeckModel } from '../../contract/deck.ts';
import { dayCell, numberCell } from './number-cell.ts';
import { EMPTY, fact, grid, line, linkTo, words, type Sheet, type SheetRow } from './sheet.ts';
import { CONTENTS, pageSheetName } from './sheet-names.ts';

/** The front: whose briefing, about what, as of when; the titles, which alone tell the story, lead to their sheets. */
export function contentsSheet(deck: DeckModel, mark: SheetRow, appendix: readonly Sheet[]): Sheet {
  const { title, workspace, scope, asOf, status, pages, leftOut } = deck;
  return {
    name: CONTENTS,
    frozen: 2,
    rows: [
      mark,
      line(title, 'title'),
      fact('Workspace', words(workspace)),
      ...(scope === '' ? [] : [fact('Scope', words(scope))]),
      ...(asOf === null ? [] : [fact('As of', dayCell(asOf))]),
      fact('Status', words(status)),
      EMPTY,
      line('In short', 'section'),
      ...pages.map((page) => fact(linkTo(pageSheetName(page), pageSheetName(page)), words(page.title))),
      ...leftOut.map((lost) => fact('Without a sheet', words(lost))),
      EMPTY,
      line('Where it comes from', 'section'),
      ...grid(
        ['Sheet', 'Entries'],
        appendix.map(({ name, rows, frozen }) => [
          linkTo(name, name),
          numberCell(rows.length - frozen, { unit: 'count', currency: null, signed: false }),
        ]),
      ),
    ],
  };
}
