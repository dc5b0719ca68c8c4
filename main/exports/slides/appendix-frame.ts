import type { DeckModel } from '../../contract/deck.ts';
import { footerItems } from './footer-items.ts';
import { MARGIN, ROOM, type Slide, type SlideItem } from './slide.ts';
import { MUTED, textItem } from './text-items.ts';
import { titleItem } from './title-text.ts';

/** Where the content of an appendix slide begins, under its heading and note. */
export const APPENDIX_TOP = 132;

type Part = { title: string; note: string; items: SlideItem[]; first: boolean };

/** A slide of the appendix: its part, or that part continued. */
export function appendixSlide(deck: DeckModel, number: number, { title, note, items, first }: Part): Slide {
  return {
    items: [
      textItem('Kicker', { x: MARGIN.x, y: MARGIN.top, width: ROOM, height: 18 }, [
        [{ text: 'Appendix', size: 12.5, color: MUTED }],
      ]),
      titleItem(first ? title : `${title}, continued`, { x: MARGIN.x, y: MARGIN.top + 20, width: ROOM }),
      textItem('Note', { x: MARGIN.x, y: MARGIN.top + 60, width: ROOM, height: 18 }, [
        [{ text: note, size: 11.5, color: MUTED }],
      ]),
      ...items,
      ...footerItems(deck, number, null),
    ],
    notes: [deck.status, note],
  };
}
