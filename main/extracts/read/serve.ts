import { toFailure } from '../../contract/errors.ts';
import { CREDITS } from '../messages.ts';
import type { ReaderMessage, ReadingJob, ServiceMessage } from '../messages.ts';
import type { ReaderSide } from '../../ports/processes.ts';
import { ingest } from './ingest/ingest.ts';
import { previewExtract } from './ingest/preview.ts';

/** Sign of life; well under the silence after which a reader is given up. */
const PULSE_MS = 2_000;

/** Runs the reader's side of the dialogue: one job, its chunks under credit flow, then the end. */
export function serveReader(side: ReaderSide): void {
  let credits = CREDITS;
  let waiting: (() => void) | null = null;
  const send = async (message: ReaderMessage): Promise<void> => {
    if ('bytes' in message) {
      if (credits === 0) await new Promise<void>((resume) => (waiting = resume));
      credits--;
    }
    side.post(message);
  };
  const work = async (job: ReadingJob) => {
    // Unpacking and understanding a large file takes long before there is anything to tell; a stuck parser cannot do this.
    const pulse = setInterval(() => side.post({ type: 'alive' } satisfies ReaderMessage), PULSE_MS).unref();
    try {
      if (job.purpose === 'preview') await send({ type: 'preview', preview: await previewExtract(job) });
      else await send({ type: 'finished', summary: await ingest(job, send) });
    } catch (error) {
      await send({ type: 'refused', failure: toFailure(error) });
    } finally {
      clearInterval(pulse);
    }
  };
  side.onMessage((raw) => {
    const message = raw as ServiceMessage;
    if (message.type === 'job') void work(message.job);
    else {
      credits++;
      waiting?.();
      waiting = null;
    }
  });
}
