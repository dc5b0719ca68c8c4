import type { DeckModel } from '../../contract/deck.ts';
import { appendixSheets } from './appendix-sheets.ts';
import { contentsSheet } from './contents-sheet.ts';
import { pageSheet } from './page-sheet.ts';
import { line, type Sheet } from './sheet.ts';

/** A briefing as the sheets of a workbook: contents, a sheet a page, appendix. All are marked with who may read them. */
export function deckSheets(deck: DeckModel): Sheet[] {
  const mark = line([deck.status, deck.workspace, deck.title].join(' · '), 'mark');
  const appendix = appendixSheets(deck, mark);
  return [contentsSheet(deck, mark, appendix), ...deck.pages.map((page) => pageSheet(page, mark)), ...appendix];
}
