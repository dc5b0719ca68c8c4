import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { DeckModel } from '../../main/contract/deck.ts';
import { identifyDeck } from '../../electron/deck/deck-identity.ts';
import { finishPdf } from '../../electron/deck/pdf-metadata.ts';

const deck: DeckModel = {
  briefing: 'board',
  title: 'Board deck',
  subtitle: '',
  workspace: 'Northlake',
  scope: 'all entities',
  asOf: '2026-09-30',
  status: 'Board confidential',
  pages: [],
  leftOut: [],
  definitions: [],
  exclusions: [],
  batches: [],
  workerTypes: [],
};

/** Two prints of one deck differ in what the runtime wrote about the moment. */
async function printed(moment: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([960, 540]);
  document.setCreationDate(new Date(moment));
  document.setModificationDate(new Date(moment));
  document.setCreator(`Runtime at ${moment}`);
  return document.save();
}

describe('a finished deck', () => {
  it('has the same bytes whenever it was printed', async () => {
    const identity = identifyDeck(deck);
    const [early, late] = await Promise.all(['2026-01-01T00:00:00Z', '2026-12-31T12:34:56Z'].map(printed));
    const finished = await Promise.all([finishPdf(early, identity), finishPdf(late, identity)]);
    expect(finished[0].pages).toBe(1);
    expect(Buffer.from(finished[0].bytes).equals(Buffer.from(finished[1].bytes))).toBe(true);
  });

  it('is dated by its data, titled, and signed by the program alone', async () => {
    const { bytes } = await finishPdf(await printed('2026-01-01T00:00:00Z'), identifyDeck(deck));
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe('Northlake: Board deck');
    expect([document.getAuthor(), document.getCreator(), document.getProducer()]).toEqual([
      'Muster',
      'Muster',
      'Muster',
    ]);
    expect(document.context.trailerInfo.ID?.toString()).toContain(identifyDeck(deck).id);
    expect(document.getCreationDate()).toEqual(new Date('2026-09-30T00:00:00Z'));
    expect(document.getModificationDate()).toEqual(new Date('2026-09-30T00:00:00Z'));
  });

  it('has a fixed date when its data have none', async () => {
    const { bytes } = await finishPdf(await printed('2026-01-01T00:00:00Z'), identifyDeck({ ...deck, asOf: null }));
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getCreationDate()).toEqual(new Date('2000-01-01T00:00:00Z'));
  });

  it('has an id of its own for every other content', () => {
    expect(identifyDeck(deck).id).toBe(identifyDeck(structuredClone(deck)).id);
    expect(identifyDeck(deck).id).not.toBe(identifyDeck({ ...deck, scope: 'one entity' }).id);
    expect(identifyDeck(deck).id).toMatch(/^[0-9a-f]{32}$/);
  });
});
