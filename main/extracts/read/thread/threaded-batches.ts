import type { Failure } from '../../../contract/errors.ts';
import type { LaunchThread } from '../../../ports/processes.ts';
import type { Batch, Batches } from '../batches.ts';
import { RefusedInput } from '../refused.ts';
import type { Source } from '../source.ts';
import { SLOTS } from './messages.ts';
import type { FromScanner, ScanEnd, ScanJob, ToScanner } from './messages.ts';
import { buffersOf, makeSlot } from './slots.ts';

/**
 * Batches that a thread beside this one finds: it reads, hashes and tokenizes the file while its fields are given a
 * meaning here. They come in the order of the file and are what a BatchReader of as many records would have given.
 */
export class ThreadedBatches implements Batches {
  readonly capacity: number;
  private end: ScanEnd | null = null;

  constructor(
    private readonly launch: LaunchThread,
    private readonly job: ScanJob,
  ) {
    this.capacity = makeSlot(job.understanding.header.length).records.problems.length;
  }

  /** Known at the end. */
  get blankLines(): number {
    return this.end?.blankLines ?? 0;
  }

  /** The source as it is read over there. */
  sourceLike(source: Source): Source {
    const ended = () => {
      if (this.end === null) throw new Error(`${source.file} has not been read to its end`);
      return this.end;
    };
    return {
      ...source,
      get warnings() {
        return ended().warnings;
      },
      sha256: () => ended().sha256,
    };
  }

  async *batches(): AsyncGenerator<Batch, void, void> {
    const thread = this.launch();
    const post = (message: ToScanner) => thread.post(message, message.type === 'slot' ? buffersOf(message.slot) : []);
    const arrived: Exclude<FromScanner, { type: 'alive' }>[] = [];
    let wake = () => {};
    thread.onMessage((raw) => {
      const message = raw as FromScanner;
      if (message.type === 'alive') return;
      arrived.push(message);
      wake();
    });
    thread.onError((error) => {
      arrived.push({ type: 'failed', failure: { code: 'fault', message: error.message, place: {} } });
      wake();
    });
    try {
      post({ type: 'job', job: this.job });
      const columns = this.job.understanding.header.length;
      for (let i = 0; i < SLOTS; i++) post({ type: 'slot', slot: makeSlot(columns) });
      for (;;) {
        while (arrived.length === 0) await new Promise<void>((comes) => (wake = comes));
        const message = arrived.shift()!;
        if (message.type === 'failed') throw asError(message.failure);
        if (message.type === 'end') {
          this.end = message.end;
          return;
        }
        yield message.slot;
        post({ type: 'slot', slot: message.slot });
      }
    } finally {
      thread.stop();
    }
  }
}

function asError({ code, message, place }: Failure): Error {
  return code === 'fault' ? new Error(message) : new RefusedInput(code, message, place);
}
