import type { DeckModel } from '../../contract/deck.ts';
import { appendixSlides } from './appendix-slides.ts';
import { pageSlide } from './page-slide.ts';
import type { Slide } from './slide.ts';
import { titleSlide } from './title-slide.ts';

/** A briefing as slides: title with the story, the pages, the appendix that defends them. */
export function deckSlides(deck: DeckModel): Slide[] {
  const pages = deck.pages.map((page, index) => pageSlide(page, deck, index + 2));
  return [titleSlide(deck), ...pages, ...appendixSlides(deck, pages.length + 2)];
}
