import type { Progress } from '../main/contract/workspace.ts';
import type { MadeFormat } from '../main/exports/made-files.ts';
import type { DeckRequest } from './pdf.ts';
import type { ServiceProcess } from './processes/service-process.ts';
import { writeWholeFile } from './write-file.ts';

const STAGES = ['Working out the figures', 'Writing the file', 'Done'];

type Order = { request: DeckRequest; format: MadeFormat; out: string; onProgress: (progress: Progress) => void };

/** Exports a deck as slides, or the numbers behind it as a workbook: made in the service, one whole file at the end. */
export async function exportMadeFile(
  service: ServiceProcess,
  { request, format, out, onProgress }: Order,
): Promise<{ pages: number }> {
  const enter = (done: number): void =>
    onProgress({ job: 'export_deck', stage: STAGES[done], file: null, done, total: STAGES.length - 1 });
  enter(0);
  const deck = await service.api.deck(request);
  const { bytes, pages } = await service.control.makeFile({ deck, format });
  enter(1);
  await writeWholeFile(out, bytes);
  enter(2);
  return { pages };
}
