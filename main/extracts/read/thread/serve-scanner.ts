import { toFailure } from '../../../contract/errors.ts';
import type { ThreadSide } from '../../../ports/processes.ts';
import { BatchReader } from '../batches.ts';
import { sourceOf } from '../source.ts';
import { SLOT_RECORDS } from './messages.ts';
import type { FromScanner, ScanJob, Slot, ToScanner } from './messages.ts';
import { buffersOf, bytesInto } from './slots.ts';

/** Sign of life; the reader asks for it less often. */
const PULSE_MS = 1_000;

/** Runs the scanning thread's side: one job, its batches as slots come free, then the end. */
export function serveScanner(side: ThreadSide): void {
  const free: Slot[] = [];
  let resume = () => {};
  const post = (message: FromScanner) => side.post(message, message.type === 'batch' ? buffersOf(message.slot) : []);
  const nextSlot = async (): Promise<Slot> => {
    while (free.length === 0) await new Promise<void>((comes) => (resume = comes));
    return free.pop()!;
  };
  const scan = async ({ path, sample, understanding }: ScanJob) => {
    const pulse = setInterval(() => post({ type: 'alive' }), PULSE_MS);
    try {
      const source = sourceOf(path, sample, { encoding: understanding.encoding });
      const reader = new BatchReader(source, understanding, SLOT_RECORDS);
      for await (const batch of reader.batches()) {
        const slot = await nextSlot();
        const bytes = bytesInto(slot.bytes, batch);
        post({ type: 'batch', slot: { bytes, records: reader.exchange(slot.records) } });
      }
      const { warnings } = source;
      post({ type: 'end', end: { sha256: source.sha256(), warnings, blankLines: reader.blankLines } });
    } catch (error) {
      post({ type: 'failed', failure: toFailure(error) });
    } finally {
      clearInterval(pulse);
    }
  };
  side.onMessage((raw) => {
    const message = raw as ToScanner;
    if (message.type === 'job') return void scan(message.job);
    free.push(message.slot);
    resume();
  });
}
