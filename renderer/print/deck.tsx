import type { DeckModel } from '../../main/contract/deck.ts';
import { lightPalette } from '../../main/contract/drawing/palette.ts';
import { FixedPalette } from '../theme/use-palette.ts';
import { Appendix } from './appendix.tsx';
import { DeckPage } from './deck-page.tsx';
import { TitlePage } from './title-page.tsx';

/** The whole deck: title page with the story, the pages, the appendix that defends them. */
export function Deck({ deck }: { deck: DeckModel }) {
  return (
    <FixedPalette value={lightPalette}>
      <TitlePage deck={deck} />
      {deck.pages.map((page, index) => (
        <DeckPage key={page.id} page={page} deck={deck} sheet={index + 2} />
      ))}
      <Appendix deck={deck} firstSheet={deck.pages.length + 2} />
    </FixedPalette>
  );
}
