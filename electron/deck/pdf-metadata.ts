import { ParseSpeeds, PDFDocument, PDFHexString } from '@cantoo/pdf-lib';
import { fileDate } from '../../main/exports/file-date.ts';
import type { DeckIdentity } from './deck-identity.ts';

/** The library would rest after every fifty objects, for the sake of windows; no window waits here. */
const WITHOUT_PAUSE = Infinity;

/**
 * Gives a printed deck its title, author, language and fixed dates, and takes out what the runtime wrote about itself.
 * Tags, bookmarks and embedded fonts stay as printed. The same print and identity give the same bytes.
 */
export async function finishPdf(
  pdf: Uint8Array,
  identity: DeckIdentity,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const date = fileDate(identity.asOf);
  document.setTitle(identity.title, { showInWindowTitleBar: true });
  document.setAuthor('Muster');
  document.setCreator('Muster');
  document.setProducer('Muster');
  document.setLanguage('en');
  document.setCreationDate(date);
  document.setModificationDate(date);
  const id = PDFHexString.of(identity.id);
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  const bytes = await document.save({ updateFieldAppearances: false, objectsPerTick: WITHOUT_PAUSE });
  return { bytes, pages: document.getPageCount() };
}
