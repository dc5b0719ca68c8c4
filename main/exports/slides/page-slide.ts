import type { DeckModel } from '../../contract/deck.ts';
import { isEmpty } from '../../contract/empty-chart.ts';
import { displayText } from '../../contract/format.ts';
import type { PageModel } from '../../contract/page.ts';
import { noticesOf } from '../../contract/paper/notices.ts';
import { layoutOf, mainOf, type MainShare, type PageLayout } from '../../contract/paper/page-layout.ts';
import { drawingItems } from './drawing-items.ts';
import { FOOT, footerItems } from './footer-items.ts';
import { kpiItems } from './kpi-items.ts';
import { moreInWorkbook } from './more-in-workbook.ts';
import { pageNotes } from './page-notes.ts';
import { MARGIN, ROOM, type Box, type Slide, type SlideItem } from './slide.ts';
import { tableItems } from './table-items.ts';
import { areaItem, INK, MUTED, slideWidth, textHeight, textItem } from './text-items.ts';
import { titleItem } from './title-text.ts';

const QUESTION = 12.5;
const RECOMMENDATION = 13.5;
const NOTICE = 11;
/** Height of all notices, above which the body of the page would have no room. */
const MOST_NOTICES = 112;
const COLUMN_GAP = 36;
const GAP = 12;
/** Height of the body of a page without anything to draw. */
const BARE = 96;

/** One page of the briefing as a slide: what is asked and found, the figures, charts and table, and what follows. */
export function pageSlide(page: PageModel, deck: DeckModel, number: number): Slide {
  const title = titleItem(page.title, { x: MARGIN.x, y: MARGIN.top + 20, width: ROOM });
  const figures = kpiItems(page.kpis, bottomOf(title.box) + 8);
  const top = bottomOf(title.box) + 8 + figures.height + GAP;
  const below = belowItems(page);
  // Where there is nothing to draw, the words that say why come into sight.
  const height = isBare(page) ? Math.min(BARE, below.top - GAP - top) : below.top - GAP - top;
  const body = { x: MARGIN.x, y: top, width: ROOM, height };
  return {
    items: [
      textItem('Question', { x: MARGIN.x, y: MARGIN.top, width: ROOM, height: 18 }, [
        [{ text: displayText(page.question), size: QUESTION, color: MUTED }],
      ]),
      title,
      ...figures.items,
      ...bodyItems(page, body),
      ...movedUp(below.items, below.top - GAP - bottomOf(body)),
      ...footerItems(deck, number, page.source),
    ],
    notes: pageNotes(page, deck),
  };
}

function isBare(page: PageModel): boolean {
  return layoutOf(page) === 'alone' && isEmpty(page.chart);
}

/** Shares of the width: chart, second chart, table. */
const SHARES: Record<PageLayout, Record<MainShare, number[]>> = {
  alone: { small: [1], even: [1], large: [1] },
  pair: { small: [41, 59], even: [57, 43], large: [61, 39] },
  stacked: { small: [41, 59], even: [57, 43], large: [61, 39] },
  three: { small: [40, 25, 35], even: [40, 25, 35], large: [45, 22, 33] },
};

function bodyItems(page: PageModel, body: Box): SlideItem[] {
  const layout = layoutOf(page);
  const boxes = columnsOf(body, SHARES[layout][mainOf(page)]);
  const [first] = boxes;
  const last = boxes.at(-1)!;
  const chart = drawingItems(page.chart, first);
  switch (layout) {
    case 'alone':
      return chart;
    case 'pair':
      return [...chart, ...tableItems(page.table, last)];
    case 'three':
      return [...chart, ...drawingItems(page.inset!, boxes[1]), ...tableItems(page.table, last)];
    case 'stacked': {
      const above = page.table.rows.length === 0 ? [] : tableItems(page.table, { ...last, height: last.height * 0.56 });
      const end = Math.max(last.y, ...above.map(({ box }) => bottomOf(box))) + (above.length > 0 ? 14 : 0);
      return [...chart, ...above, ...drawingItems(page.inset!, { ...last, y: end, height: bottomOf(last) - end })];
    }
  }
}

function columnsOf(body: Box, shares: readonly number[]): Box[] {
  const width = body.width - COLUMN_GAP * (shares.length - 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let x = body.x;
  return shares.map((share) => {
    const box = { ...body, x, width: (width * share) / whole };
    x += box.width + COLUMN_GAP;
    return box;
  });
}

function bottomOf({ y, height }: Box): number {
  return y + height;
}

type Strip = { items: SlideItem[]; top: number };

/** What follows from the page and what must be known to read it, above the foot. */
function belowItems(page: PageModel): Strip {
  const notices = noticeItems(page, FOOT - 8);
  const recommendation = recommendationItems(page, notices.top - 8);
  return { items: [...recommendation.items, ...notices.items], top: recommendation.top };
}

function movedUp(items: SlideItem[], by: number): SlideItem[] {
  return items.map((item) => ({ ...item, box: { ...item.box, y: item.box.y - by } }));
}

function recommendationItems({ recommendation }: PageModel, bottom: number): Strip {
  if (recommendation === null) return { items: [], top: bottom };
  const text = displayText(recommendation.text);
  const width = ROOM - 20;
  const height = textHeight([`Recommend ${text}`], width, { size: RECOMMENDATION, bold: true }) + 4;
  const y = bottom - height;
  const type = { size: RECOMMENDATION, color: INK };
  return {
    top: y,
    items: [
      areaItem('Mark', { x: MARGIN.x, y, width: 3, height }, '#1f4e79'),
      textItem(
        'Recommendation',
        { x: MARGIN.x + 16, y, width, height },
        [
          [
            { ...type, text: 'Recommend  ', bold: true },
            { ...type, text },
          ],
        ],
        { anchor: 'middle' },
      ),
    ],
  };
}

/** Short sentences share a line: a chart needs the room more. Those beyond so many lines are counted. */
function noticeItems(page: PageModel, bottom: number): Strip {
  const lines: { text: string; notices: number }[] = [];
  for (const notice of noticesOf(page).map(displayText)) {
    const last = lines.at(-1);
    const longer = `${last?.text ?? ''}     ${notice}`;
    if (last && slideWidth(longer, { size: NOTICE }) <= ROOM)
      lines.splice(-1, 1, { text: longer, notices: last.notices + 1 });
    else lines.push({ text: notice, notices: 1 });
  }
  const heightOf = (texts: string[]): number => textHeight(texts, ROOM, { size: NOTICE });
  let left = 0;
  const texts = (): string[] => [...lines.map(({ text }) => text), ...(left > 0 ? [moreInWorkbook(left)] : [])];
  while (lines.length > 1 && heightOf(texts()) > MOST_NOTICES) left += lines.pop()!.notices;
  if (lines.length === 0) return { items: [], top: bottom };
  const height = heightOf(texts());
  const y = bottom - height;
  const paragraphs = texts().map((text) => [{ text, size: NOTICE, color: MUTED }]);
  return { top: y, items: [textItem('Notes', { x: MARGIN.x, y, width: ROOM, height }, paragraphs)] };
}
