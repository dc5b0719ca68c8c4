import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';

/** A reader holds at most a few chunks at a time; one that grows past this was fed a bomb. */
const MOST_MEMORY_KB = 1_000_000;
const MOST_HEAP_MB = 768;
const LOOK_EVERY_MS = 500;

/**
 * The readers that the service asked for: one process each, started and ended here because only the shell can.
 *
 * Their memory is watched from outside, since a parser that is stuck cannot watch itself.
 */
export class ReaderProcesses {
  readonly #script: string;
  readonly #onExit: (reader: number, detail: string) => void;
  readonly #running = new Map<number, { process: UtilityProcess; why: string | null }>();
  #watch: NodeJS.Timeout | null = null;

  constructor(script: string, onExit: (reader: number, detail: string) => void) {
    this.#script = script;
    this.#onExit = onExit;
  }

  /** Starts a reader and gives the service's end of the line to it. */
  launch(reader: number): MessagePortMain {
    const child = utilityProcess.fork(this.#script, [], {
      serviceName: 'Muster reader',
      execArgv: [`--js-flags=--max-old-space-size=${MOST_HEAP_MB}`],
      // Not empty, because the runtime takes an empty environment for none given and passes its own on.
      env: { MUSTER_READER: '1' },
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({}, [port1]);
    this.#running.set(reader, { process: child, why: null });
    child.on('exit', (code) => {
      const why = this.#running.get(reader)?.why ?? `ended with code ${code}`;
      this.#running.delete(reader);
      this.#onExit(reader, why);
    });
    this.#watch ??= setInterval(() => this.#lookAtMemory(), LOOK_EVERY_MS);
    return port2;
  }

  kill(reader: number, why = 'stopped'): void {
    const running = this.#running.get(reader);
    if (running === undefined) return;
    running.why ??= why;
    const { pid } = running.process;
    // At once and for sure: a parser in a tight loop answers to nothing gentler.
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    else running.process.once('spawn', () => this.kill(reader, why));
  }

  killAll(): void {
    for (const reader of this.#running.keys()) this.kill(reader);
  }

  #lookAtMemory(): void {
    if (this.#running.size === 0 && this.#watch !== null) {
      clearInterval(this.#watch);
      this.#watch = null;
      return;
    }
    const used = new Map(app.getAppMetrics().map(({ pid, memory }) => [pid, memory.workingSetSize]));
    for (const [reader, { process: child }] of this.#running) {
      if ((used.get(child.pid ?? -1) ?? 0) > MOST_MEMORY_KB) this.kill(reader, 'took more than 1 GB of memory');
    }
  }
}
