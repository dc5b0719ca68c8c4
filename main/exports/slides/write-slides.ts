import type { DeckModel } from '../../contract/deck.ts';
import { fileDate } from '../file-date.ts';
import { deckSlides } from './deck-slides.ts';
import { finishPackage } from './package/finish-package.ts';
import { renderSlides } from './package/render-slides.ts';

/**
 * A briefing as a PPTX file: the pages of the deck with text, tables and charts that can be edited. It holds what the
 * pages hold; nothing is computed here. The same deck gives the same bytes, in whatever process and on whatever day.
 */
export async function writeSlides(deck: DeckModel): Promise<{ bytes: Uint8Array; pages: number }> {
  const slides = deckSlides(deck);
  const bytes = await renderSlides(slides, `${deck.workspace}: ${deck.title}`);
  return { bytes: await finishPackage(bytes, slides, fileDate(deck.asOf)), pages: slides.length };
}
