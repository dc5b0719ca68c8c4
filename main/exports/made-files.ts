import type { DeckModel } from '../contract/deck.ts';

/** Files that are made of a deck without a window to lay it out. */
export type MadeFormat = 'pptx' | 'xlsx';

type Maker = (deck: DeckModel) => Promise<{ bytes: Uint8Array; pages: number }>;

/** Loaded when first needed: neither a briefing on screen nor another command should wait for them. */
const MAKERS: Record<MadeFormat, Maker> = {
  pptx: async (deck) => (await import('./slides/write-slides.ts')).writeSlides(deck),
  xlsx: async (deck) => (await import('./workbook/write-workbook.ts')).writeWorkbook(deck),
};

/** The file of a format, and how many slides or sheets it has. */
export function makeFile(deck: DeckModel, format: MadeFormat): ReturnType<Maker> {
  return MAKERS[format](deck);
}

/** What a file is by its name; null where it is not made here. */
export function madeFormatOf(path: string): MadeFormat | null {
  const ending = /\.([^.]+)$/.exec(path)?.[1].toLowerCase();
  return ending !== undefined && Object.hasOwn(MAKERS, ending) ? (ending as MadeFormat) : null;
}
