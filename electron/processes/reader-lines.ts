import type { ReaderChannel } from '../../main/ports/processes.ts';
import type { FromService } from './service-messages.ts';

/**
 * The service's ends of the lines to its readers.
 *
 * Only the shell can start processes. So a new line first queues what is posted, while the shell starts the reader
 * and hands in the port that leads to it; from then on service and reader talk without the shell.
 */
export class ReaderLines {
  readonly #tellShell: (message: FromService) => void;
  readonly #lines = new Map<number, Line>();
  #last = 0;

  constructor(tellShell: (message: FromService) => void) {
    this.#tellShell = tellShell;
  }

  launch(): ReaderChannel {
    const reader = ++this.#last;
    const line = new Line(() => this.#tellShell({ kind: 'kill_reader', reader }));
    this.#lines.set(reader, line);
    this.#tellShell({ kind: 'launch_reader', reader });
    return line;
  }

  connect(reader: number, port: Electron.MessagePortMain): void {
    this.#lines.get(reader)?.connect(port);
  }

  ended(reader: number, detail: string): void {
    this.#lines.get(reader)?.end(detail);
    this.#lines.delete(reader);
  }
}

class Line implements ReaderChannel {
  readonly kill: () => void;
  #port: Electron.MessagePortMain | null = null;
  #waiting: unknown[] = [];
  #arrived: unknown[] = [];
  #onMessage: ((message: unknown) => void) | null = null;
  #onExit: ((detail: string) => void) | null = null;
  #exit: string | null = null;

  constructor(kill: () => void) {
    this.kill = kill;
  }

  post(message: unknown): void {
    if (this.#port === null) this.#waiting.push(message);
    else this.#port.postMessage(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
    for (const message of this.#arrived.splice(0)) listener(message);
  }

  onExit(listener: (detail: string) => void): void {
    this.#onExit = listener;
    if (this.#exit !== null) listener(this.#exit);
  }

  connect(port: Electron.MessagePortMain): void {
    this.#port = port;
    port.on('message', ({ data }) => {
      if (this.#onMessage === null) this.#arrived.push(data);
      else this.#onMessage(data);
    });
    port.start();
    for (const message of this.#waiting.splice(0)) port.postMessage(message);
  }

  end(detail: string): void {
    if (this.#exit !== null) return;
    this.#exit = detail;
    this.#port?.close();
    this.#onExit?.(detail);
  }
}
