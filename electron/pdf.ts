import type { Api } from '../main/contract/api.ts';
import type { Progress } from '../main/contract/workspace.ts';
import { identifyDeck } from './deck/deck-identity.ts';
import { printDeck, type PrintSettings } from './deck/print-window.ts';
import type { ServiceProcess } from './processes/service-process.ts';
import { writeWholeFile } from './write-file.ts';

export type DeckRequest = Parameters<Api['deck']>[0];

const STAGES = ['Working out the figures', 'Laying out the pages', 'Writing the file', 'Done'];

/**
 * Exports a deck as PDF: figures from the service while a hidden window loads, layout and print there, metadata in the
 * service again (the shell is never busy), one whole file at the end. The same deck gives the same bytes.
 */
export class DeckPrinter {
  readonly #service: ServiceProcess;
  readonly #settings: PrintSettings;

  constructor(service: ServiceProcess, settings: PrintSettings) {
    this.#service = service;
    this.#settings = settings;
  }

  async export(
    request: DeckRequest,
    out: string,
    onProgress: (progress: Progress) => void,
  ): Promise<{ pages: number; sha256: string }> {
    const enter = (done: number): void =>
      onProgress({ job: 'export_deck', stage: STAGES[done], file: null, done, total: STAGES.length - 1 });
    const { api, control } = this.#service;
    enter(0);
    const deck = api.deck(request).then((figures) => {
      enter(1);
      return figures;
    });
    const pdf = await printDeck(deck, this.#settings);
    enter(2);
    const { bytes, pages, sha256 } = await control.finishDeck({ pdf, identity: identifyDeck(await deck) });
    await writeWholeFile(out, bytes);
    enter(STAGES.length - 1);
    return { pages, sha256 };
  }
}
