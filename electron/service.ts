import { createHash } from 'node:crypto';
import { apiMethods, type Api } from '../main/contract/api.ts';
import { apiArguments } from '../main/contract/arguments.ts';
import { InputRefused, UsageError } from '../main/contract/errors.ts';
import { makeFile } from '../main/exports/made-files.ts';
import { openWorkspaceApp } from './compose.ts';
import { replyOf } from './failures.ts';
import { ReaderLines } from './processes/reader-lines.ts';
import {
  controlMethods,
  type ChosenFile,
  type FinishedDeck,
  type FromService,
  type OpenRequest,
  type ServiceControl,
  type ToService,
} from './processes/service-messages.ts';
import { rejectedRowsText } from './rejected-rows.ts';
import { validated } from './validated.ts';

type Call = (argument: unknown) => Promise<unknown>;

/** The service: a utility process that owns the open workspace and answers the shell. */
class Service implements ServiceControl {
  readonly #tell: (message: FromService) => void;
  readonly #readers: ReaderLines;
  readonly #files = new Map<string, ChosenFile>();
  #workspace: ReturnType<typeof openWorkspaceApp> | null = null;

  constructor(tell: (message: FromService) => void) {
    this.#tell = tell;
    this.#readers = new ReaderLines(tell);
  }

  receive(message: ToService, ports: Electron.MessagePortMain[]): void {
    switch (message.kind) {
      case 'call': {
        const { id, target, method, argument } = message;
        const work = (): unknown =>
          target === 'api' ? this.#useCase(method, argument) : this.#control(method, argument);
        void replyOf(work).then((reply) => this.#tell({ kind: 'reply', id, reply }));
        return;
      }
      case 'reader_line':
        return this.#readers.connect(message.reader, ports[0]);
      case 'reader_exit':
        return this.#readers.ended(message.reader, message.detail);
    }
  }

  async open(request: OpenRequest): Promise<{ sqliteVersion: string }> {
    const opened = openWorkspaceApp({
      ...request,
      launchReader: () => this.#readers.launch(),
      resolveFile: (id) => this.#resolve(id),
      onProgress: (progress) => this.#tell({ kind: 'progress', progress }),
    });
    await this.close();
    this.#workspace = opened;
    return { sqliteVersion: opened.sqliteVersion };
  }

  async close(): Promise<void> {
    this.#workspace?.close();
    this.#workspace = null;
  }

  async registerFile(file: ChosenFile): Promise<void> {
    this.#files.set(file.id, file);
  }

  rejectedRows({ batch }: { batch: number | null }): Promise<string> {
    return rejectedRowsText(this.#api(), batch);
  }

  async finishDeck({ pdf, identity }: Parameters<ServiceControl['finishDeck']>[0]): Promise<FinishedDeck> {
    // Loaded when first needed: a briefing on screen should not wait for it.
    const { finishPdf } = await import('./deck/pdf-metadata.ts');
    const { bytes, pages } = await finishPdf(pdf, identity);
    return { bytes, pages, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  makeFile({ deck, format }: Parameters<ServiceControl['makeFile']>[0]): ReturnType<ServiceControl['makeFile']> {
    return makeFile(deck, format);
  }

  #useCase(method: string, argument: unknown): Promise<unknown> {
    if (!isMethod(apiMethods, method)) throw new UsageError(`There is no method “${method}”.`);
    const checked = validated<unknown>(method, apiArguments[method], argument);
    const api = this.#api();
    return (api[method] as Call).call(api, checked);
  }

  #control(method: string, argument: unknown): Promise<unknown> {
    if (!isMethod(controlMethods, method)) throw new UsageError(`There is no control “${method}”.`);
    return (this[method] as Call).call(this, argument);
  }

  #api(): Api {
    if (this.#workspace === null) throw new InputRefused('no_workspace', 'No workspace is open. Open one first.');
    return this.#workspace.api;
  }

  #resolve(id: string): { path: string; name: string } {
    const file = this.#files.get(id);
    if (file === undefined) throw new InputRefused('unknown_file', 'This file is not known any more. Choose it again.');
    return { path: file.path, name: file.name };
  }
}

function isMethod<Name extends string>(methods: Record<Name, true>, name: string): name is Name {
  return Object.hasOwn(methods, name);
}

const shell = process.parentPort;
const service = new Service((message) => shell.postMessage(message));
shell.on('message', ({ data, ports }) => service.receive(data as ToService, ports));
