import { toFailure } from '../../contract/errors.ts';
import { CREDITS } from '../messages.ts';
import type { ReaderMessage, ReadingJob, ServiceMessage } from '../messages.ts';
import type { ReaderSide } from '../../ports/processes.ts';
import { MAX_RESIDENT_BYTES } from './limits.ts';
import { RefusedInput } from './refused.ts';
import { ingest } from './ingest/ingest.ts';
import { previewExtract } from './ingest/preview.ts';

/** Sign of life; well under the silence after which a reader is given up. */
const PULSE_MS = 2_000;

/**
 * Runs the reader's side of the dialogue: one job, its chunks under credit flow, then the end.
 *
 * `residentBytes` is the memory that the process holds; a file that takes it past the limit is refused.
 */
export function serveReader(side: ReaderSide, residentBytes: () => number): void {
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
    const weigh = () => {
      if (residentBytes() > MAX_RESIDENT_BYTES) throw tooMuchMemory(job.file);
    };
    // Unpacking and understanding a large file takes long before there is anything to tell; a stuck parser cannot do this.
    const pulse = setInterval(() => {
      try {
        weigh();
        side.post({ type: 'alive' } satisfies ReaderMessage);
      } catch (error) {
        side.post({ type: 'refused', failure: toFailure(error) } satisfies ReaderMessage);
      }
    }, PULSE_MS).unref();
    const sendWeighed = (message: ReaderMessage) => {
      weigh();
      return send(message);
    };
    try {
      if (job.purpose === 'preview') await send({ type: 'preview', preview: await previewExtract(job) });
      else await send({ type: 'finished', summary: await ingest(job, sendWeighed) });
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

function tooMuchMemory(file: string): RefusedInput {
  return new RefusedInput(
    'too_much_memory',
    `${file} takes more memory to read than the ${MAX_RESIDENT_BYTES / 1024 ** 2} MB that are set aside for it. Save it as CSV, or split it into smaller files.`,
    { file },
  );
}
