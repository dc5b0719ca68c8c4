import { utilityProcess, type UtilityProcess } from 'electron';
import { apiMethods, type Api } from '../../main/contract/api.ts';
import type { Progress } from '../../main/contract/workspace.ts';
import { callsOver } from '../calls-over.ts';
import { PassedFailure, type Reply } from '../failures.ts';
import { ReaderProcesses } from './reader-processes.ts';
import { RestartBudget } from './restart-budget.ts';
import {
  controlMethods,
  type CallTarget,
  type FromService,
  type ServiceControl,
  type ToService,
} from './service-messages.ts';

type ServiceOptions = {
  serviceScript: string;
  readerScript: string;
  onProgress: (progress: Progress) => void;
  /** The service failed and a new one runs; it has no workspace open and knows no files yet. */
  onRestarted: () => Promise<void>;
  /** The service failed too often to be started again. */
  onLost: () => void;
};

const STOPPED = {
  code: 'service_stopped',
  message:
    'The part of Muster that holds the workspace stopped and was started again. The workspace is as it was before; try again.',
  place: {},
};

const IMPORTS: ReadonlySet<string> = new Set<keyof Api>(['importExtracts', 'importSample']);

const GRACE_MS = 3000;

type Running = { child: UtilityProcess; readers: ReaderProcesses };

/** The shell's side of the service: calls, answers, its readers, and starting it again when it failed. */
export class ServiceProcess {
  readonly api: Api;
  readonly control: ServiceControl;
  readonly #options: ServiceOptions;
  readonly #budget = new RestartBudget(() => performance.now());
  readonly #waiting = new Map<number, { method: string; answer: (reply: Reply) => void }>();
  #running: Running | null;
  #last = 0;
  #stopping = false;
  /** Use cases wait for this, so that the page never meets a service without its workspace after a restart. */
  #ready: Promise<void> = Promise.resolve();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#running = this.#start();
    this.api = callsOver(apiMethods, async (method, argument) => {
      await this.#ready;
      return this.#call('api', method, argument);
    });
    this.control = callsOver(controlMethods, (method, argument) => this.#call('control', method, argument));
  }

  /** True while an extract is being read; closing the program now would throw that work away. */
  get importing(): boolean {
    return [...this.#waiting.values()].some(({ method }) => IMPORTS.has(method));
  }

  /** Closes the workspace and ends the process; waits only a little for the first. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    const grace = new Promise((done) => setTimeout(done, GRACE_MS));
    await Promise.race([this.control.close().catch(() => {}), grace]);
    this.#running?.readers.killAll();
    this.#running?.child.kill();
  }

  #start(): Running {
    const child = utilityProcess.fork(this.#options.serviceScript, [], { serviceName: 'Muster service' });
    const readers = new ReaderProcesses(this.#options.readerScript, (reader, detail) => {
      if (this.#running?.child === child) this.#send({ kind: 'reader_exit', reader, detail });
    });
    const running = { child, readers };
    child.on('message', (message: FromService) => this.#receive(message, running));
    child.on('exit', () => this.#ended(running));
    return running;
  }

  #receive(message: FromService, { child, readers }: Running): void {
    switch (message.kind) {
      case 'reply':
        this.#waiting.get(message.id)?.answer(message.reply);
        this.#waiting.delete(message.id);
        return;
      case 'progress':
        return this.#options.onProgress(message.progress);
      case 'launch_reader':
        child.postMessage({ kind: 'reader_line', reader: message.reader }, [readers.launch(message.reader)]);
        return;
      case 'kill_reader':
        return readers.kill(message.reader);
    }
  }

  #ended({ readers }: Running): void {
    this.#running = null;
    readers.killAll();
    for (const { answer } of this.#waiting.values()) answer({ failure: STOPPED });
    this.#waiting.clear();
    if (this.#stopping) return;
    if (!this.#budget.take()) {
      this.#options.onLost();
      return;
    }
    this.#running = this.#start();
    this.#ready = this.#options.onRestarted().catch(() => {});
  }

  async #call(target: CallTarget, method: string, argument: unknown): Promise<unknown> {
    const id = ++this.#last;
    const reply = await new Promise<Reply>((answer) => {
      this.#waiting.set(id, { method, answer });
      if (!this.#send({ kind: 'call', id, target, method, argument })) answer({ failure: STOPPED });
    });
    this.#waiting.delete(id);
    if ('failure' in reply) throw new PassedFailure(reply.failure);
    return reply.result;
  }

  #send(message: ToService): boolean {
    this.#running?.child.postMessage(message);
    return this.#running !== null;
  }
}
