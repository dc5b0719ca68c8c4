import { Cancelled, InputRefused, UsageError } from '../contract/errors.ts';
import type { ReaderMessage, ReadingJob, ReadingSummary } from '../extracts/messages.ts';
import type { Clock, LaunchReader, ReportProgress } from '../ports/processes.ts';

export type ImportRequest = Omit<ReadingJob, 'purpose'> & { job: string; signal: AbortSignal | null };

type Tools = { launchReader: LaunchReader; clock: Clock; report: ReportProgress };

/** Without a word from the reader for so long it is stopped: it gives a sign of life far more often. */
const SILENCE_MS = 10_000;

/**
 * Has an extract read to its end: every message goes to `take`, credit goes back. Throws InputRefused when the extract
 * is refused or the reader fails or stalls, Cancelled when the user stopped it. The reader is stopped whatever happens.
 */
export function converseWithReader(
  { launchReader, clock, report }: Tools,
  { job, signal, ...rest }: ImportRequest,
  take: (message: ReaderMessage) => void,
): Promise<ReadingSummary> {
  const { file } = rest;
  const reader = launchReader();
  const failed = (code: string, because: string) =>
    new InputRefused(code, `${file} could not be read: ${because}. Nothing was stored.`, { file });
  let size: number | null = null;
  let over = false;
  let stopWaiting = () => {};
  let stop = () => {};
  return new Promise<ReadingSummary>((resolve, reject) => {
    const stalled = () => reject(failed('reader_stalled', `the reader stood still for ${SILENCE_MS / 1000} seconds`));
    // In two steps, so that a computer that slept does not wake to a reader given up.
    const watch = () => {
      stopWaiting = clock.after(SILENCE_MS / 2, () => (stopWaiting = clock.after(SILENCE_MS / 2, stalled)));
    };
    watch();
    stop = () => reject(new Cancelled());
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) reject(new Cancelled());
    reader.onExit((detail) => reject(failed('reader_failed', `the reader stopped (${detail})`)));
    reader.onMessage((raw) => {
      // What was under way when the dialogue ended must not be stored any more.
      if (over) return;
      const message = raw as ReaderMessage;
      stopWaiting();
      try {
        if (message.type === 'refused') {
          const { code, message: text, place } = message.failure;
          if (code === 'usage') return reject(new UsageError(text));
          if (code === 'fault')
            return reject(failed('reader_failed', `the reader met what it was not made for (${text})`));
          return reject(new InputRefused(code, text, place));
        }
        if (message.type === 'alive') return watch();
        if (message.type === 'finished') return resolve(message.summary);
        if (message.type === 'started') size = message.size === 0 ? null : message.size;
        take(message);
        if ('bytes' in message) {
          report({ job, stage: 'reading', file, done: message.bytes, total: size });
          reader.post({ type: 'credit' });
        }
        watch();
      } catch (error) {
        reject(error);
      }
    });
    reader.post({ type: 'job', job: { purpose: 'import', ...rest } satisfies ReadingJob });
  }).finally(() => {
    over = true;
    stopWaiting();
    signal?.removeEventListener('abort', stop);
    reader.kill();
  });
}
