import { BrowserWindow, type Session } from 'electron';
import type { DeckModel } from '../../main/contract/deck.ts';
import { PRINT_PAGE } from '../locks/app-scheme.ts';
import { PRINT_DONE, PRINT_MODEL, type PrintOutcome } from '../channels.ts';
import { replyOf } from '../failures.ts';
import { isFrom } from '../locks/sender.ts';
import { hardened } from '../locks/web-preferences.ts';

export type PrintSettings = { session: Session; preload: string; limitMs: number };

/** One 16:9 page at 96 pixels an inch, so that layout on the hidden screen and on paper agree. */
const PAGE = { width: 1280, height: 720 };

/**
 * Prints a deck: a hidden window lays it out, says that every chart is painted, and is printed as tagged PDF.
 *
 * The window loads while the deck is still being worked out. It lives for one deck and gets nothing but that deck; the
 * size of pages comes from the style sheet.
 * Rejects when there is no deck, when the layout fails or its process ends, or when the limit passes after the deck is there.
 */
export async function printDeck(
  deck: Promise<DeckModel>,
  { session, preload, limitMs }: PrintSettings,
): Promise<Uint8Array> {
  const window = new BrowserWindow({
    ...PAGE,
    useContentSize: true,
    show: false,
    focusable: false,
    skipTaskbar: true,
    backgroundColor: '#ffffff',
    webPreferences: { ...hardened({ session, preload, development: false }), backgroundThrottling: false },
  });
  try {
    return await within(limitMs, deck, layOutAndPrint(window, deck));
  } finally {
    window.destroy();
  }
}

async function layOutAndPrint(window: BrowserWindow, deck: Promise<DeckModel>): Promise<Uint8Array> {
  const { webContents } = window;
  webContents.ipc.handle(PRINT_MODEL, (event) =>
    replyOf(() => {
      if (!isFrom(webContents, event)) throw new Error('Only the print page may ask.');
      return deck;
    }),
  );
  const laidOut = new Promise<void>((ready, fail) => {
    webContents.ipc.on(PRINT_DONE, (event, outcome: PrintOutcome) => {
      if (!isFrom(webContents, event)) return;
      if (outcome.ready) ready();
      else fail(new Error(`The deck could not be laid out: ${outcome.message}`));
    });
    webContents.on('render-process-gone', (_event, { reason }) =>
      fail(new Error(`Printing the deck ended early (${reason}).`)),
    );
  });
  await Promise.all([deck, window.loadURL(PRINT_PAGE), laidOut]);
  return webContents.printToPDF({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
}

/** The limit counts from when the deck is there: how long its figures take is not the layout's fault. */
async function within<T>(limitMs: number, deck: Promise<unknown>, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    const seconds = Math.round(limitMs / 1000);
    const message = `The deck was not laid out within ${seconds} seconds, so the export was stopped. Try a shorter period or fewer sites.`;
    deck.then(
      () => (timer = setTimeout(() => fail(new Error(message)), limitMs)),
      () => {},
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
