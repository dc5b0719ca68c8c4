import '../theme/tokens.css';
import '../theme/base.css';
import './print.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { DeckModel } from '../../main/contract/deck.ts';
import { failureOf } from '../api.ts';
import { loadFonts } from '../theme/fonts.ts';
import { SCREEN_FACES } from '../theme/screen-fonts.ts';
import { Deck } from './deck.tsx';

declare global {
  interface Window {
    /** Put here by the preload script of the print window. */
    musterPrint: { model(): Promise<DeckModel> };
  }
}

const { dataset } = document.documentElement;

function fail(error: unknown): void {
  dataset.failed = failureOf(error).message;
}

/**
 * Lays the whole deck out at once and says when it is done. Fonts come first because charts and page breaks measure text;
 * nothing waits for a frame, since a hidden window may not draw any.
 */
async function print(): Promise<void> {
  const [deck] = await Promise.all([window.musterPrint.model(), loadFonts(SCREEN_FACES)]);
  document.title = `${deck.workspace}: ${deck.title}`;
  const root = createRoot(document.getElementById('root')!, { onUncaughtError: fail });
  flushSync(() => root.render(<Deck deck={deck} />));
  await document.fonts.ready;
  if (dataset.failed === undefined) dataset.ready = 'true';
}

print().catch(fail);
