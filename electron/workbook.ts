import type { Progress } from '../main/contract/workspace.ts';
import type { DeckRequest } from './pdf.ts';
import type { ServiceProcess } from './processes/service-process.ts';
import { writeWholeFile } from './write-file.ts';

const STAGES = ['Working out the figures', 'Writing the file', 'Done'];

/** Exports the numbers behind a deck as a workbook: made in the service, one whole file at the end. */
export async function exportWorkbook(
  service: ServiceProcess,
  { request, out, onProgress }: { request: DeckRequest; out: string; onProgress: (progress: Progress) => void },
): Promise<{ pages: number }> {
  const enter = (done: number): void =>
    onProgress({ job: 'export_deck', stage: STAGES[done], file: null, done, total: STAGES.length - 1 });
  enter(0);
  const deck = await service.api.deck(request);
  const { bytes, sheets } = await service.control.makeWorkbook({ deck });
  enter(1);
  await writeWholeFile(out, bytes);
  enter(2);
  return { pages: sheets };
}
