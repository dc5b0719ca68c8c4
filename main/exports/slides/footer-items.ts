import type { DeckModel } from '../../contract/deck.ts';
import { displayText } from '../../contract/format.ts';
import type { SourceStrip } from '../../contract/page.ts';
import { sourceLines } from '../../contract/paper/source-lines.ts';
import { textWidth } from '../../contract/drawing/labels.ts';
import { MARGIN, ROOM, SLIDE, type SlideItem } from './slide.ts';
import { MUTED, ruleItem, textItem } from './text-items.ts';

const TYPE = { size: 10.5, color: MUTED };
const BOTTOM = 14;
const LINE = 14;

/** Where the foot of a slide begins: under it stand source, definitions and who may read it. */
export const FOOT = SLIDE.height - BOTTOM - LINE * 3 - 4;

/** Whose deck and which slide, where its figures come from, and on every slide the mark of who may read it. */
export function footerItems(deck: DeckModel, number: number, source: SourceStrip | null): SlideItem[] {
  const { line, below } = source === null ? { line: [], below: '' } : sourceLines(source);
  const first = [displayText([deck.workspace, deck.title, number].join(' · ')), ...line].join('     ');
  const mark = textWidth(deck.status, TYPE.size) + 12;
  const y = FOOT + 6;
  return [
    ruleItem(MARGIN.x, FOOT, ROOM),
    textItem('Source', { x: MARGIN.x, y, width: ROOM - mark - 12, height: LINE * 3 }, [
      [{ ...TYPE, text: first }],
      ...(below === '' ? [] : [[{ ...TYPE, text: below }]]),
    ]),
    textItem(
      'Status',
      { x: SLIDE.width - MARGIN.x - mark, y, width: mark, height: LINE },
      [[{ ...TYPE, text: deck.status }]],
      {
        align: 'right',
      },
    ),
  ];
}
