import type { DeckModel } from '../../contract/deck.ts';
import { LEADING } from '../../contract/drawing/labels.ts';
import { displayText, formatDay } from '../../contract/format.ts';
import { SLIDE, type Run, type Slide, type SlideItem } from './slide.ts';
import { areaItem, INK, MUTED, textHeight, textItem } from './text-items.ts';
import { titleItem } from './title-text.ts';

const PANEL = { width: 460, color: '#1f4e79' };
const PAPER = '#ffffff';
const PALE = '#c9d8e8';
const LEFT = 50;
const STORY = { x: PANEL.width + 56, width: SLIDE.width - PANEL.width - 56 - 60 };

/** The front: whose deck, about what, as of when; and the page titles, which alone tell the story. */
export function titleSlide(deck: DeckModel): Slide {
  const width = PANEL.width - LEFT * 2;
  return {
    items: [
      areaItem('Panel', { x: 0, y: 0, width: PANEL.width, height: SLIDE.height }, PANEL.color),
      textItem('Wordmark', { x: LEFT, y: 44, width, height: 30 }, [
        [{ text: 'Muster', size: 20, color: PAPER, bold: true, serif: true }],
      ]),
      textItem('Workspace', { x: LEFT, y: 272, width, height: 22 }, [
        [{ text: displayText(deck.workspace), size: 14, color: PALE }],
      ]),
      titleItem(deck.title, { x: LEFT, y: 300, width }, PAPER),
      ...(deck.subtitle === ''
        ? []
        : [
            textItem('Subtitle', { x: LEFT, y: 384, width, height: 44 }, [
              [{ text: displayText(deck.subtitle), size: 15, color: PAPER }],
            ]),
          ]),
      factsItem(deck, width),
      ...storyItems(deck),
    ],
    notes: [deck.status],
  };
}

function factsItem(deck: DeckModel, width: number): SlideItem {
  const facts: [string, string][] = [
    ...(deck.scope === '' ? [] : [['Scope', displayText(deck.scope)] as [string, string]]),
    ...(deck.asOf === null ? [] : [['As of', formatDay(deck.asOf)] as [string, string]]),
    ['Status', deck.status],
  ];
  const lines = facts.map(([name, value]): Run[] => [
    { text: `${name}:  `, size: 12, color: PALE },
    { text: value, size: 12, color: PAPER },
  ]);
  const height =
    textHeight(
      facts.map(([name, value]) => `${name}:  ${value}`),
      width,
      { size: 12 },
    ) + 4;
  return textItem('Facts', { x: LEFT, y: SLIDE.height - 48 - height, width, height }, lines, { anchor: 'bottom' });
}

/** The titles, numbered, as large as all of them have room. */
function storyItems({ pages, leftOut }: DeckModel): SlideItem[] {
  const titles = pages.map(({ title }) => displayText(title));
  const lost = leftOut.length === 0 ? '' : `Without a page: ${leftOut.map(displayText).join('; ')}.`;
  const width = STORY.width - 34;
  const gap = titles.length > 6 ? 12 : 18;
  const heightAt = (size: number): number =>
    titles.reduce((sum, title) => sum + textHeight([title], width, { size, bold: true, serif: true }) + gap, 0) +
    (lost === '' ? 0 : textHeight([lost], STORY.width, { size: 12 }) + gap);
  const size = [19, 17, 15, 13].find((one) => heightAt(one) <= 560) ?? 12;
  let y = Math.max(96, (SLIDE.height - heightAt(size)) / 2);
  const items: SlideItem[] = [
    textItem('In short', { x: STORY.x, y: y - 34, width: STORY.width, height: 20 }, [
      [{ text: 'IN SHORT', size: 12, color: MUTED }],
    ]),
  ];
  titles.forEach((text, index) => {
    const height = textHeight([text], width, { size, bold: true, serif: true });
    items.push(
      textItem('Number', { x: STORY.x, y: y + (size - 13) * (LEADING / 2), width: 28, height: 18 }, [
        [{ text: String(pages[index].number), size: 13, color: PANEL.color, bold: true }],
      ]),
      textItem('Story', { x: STORY.x + 34, y, width, height }, [[{ text, size, color: INK, bold: true, serif: true }]]),
    );
    y += height + gap;
  });
  if (lost !== '')
    items.push(
      textItem(
        'Left out',
        { x: STORY.x, y, width: STORY.width, height: textHeight([lost], STORY.width, { size: 12 }) },
        [[{ text: lost, size: 12, color: MUTED }]],
      ),
    );
  return items;
}
