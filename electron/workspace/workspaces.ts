import { existsSync, realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { SampleOffer, ShellState } from '../../main/contract/api.ts';
import { InputRefused, UsageError } from '../../main/contract/errors.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { RecentFiles } from './recent-files.ts';
import { sampleFileName } from './samples.ts';
import type { OpenRequest } from '../processes/service-messages.ts';
import type { ServiceProcess } from '../processes/service-process.ts';

type WorkspacesOptions = {
  service: Pick<ServiceProcess, 'control' | 'importing'>;
  recent: RecentFiles;
  files: ChosenFiles;
  samples: SampleOffer[];
  /** Where workspaces made for samples are kept. */
  ownFolder: string;
  opening: Omit<OpenRequest, 'path'>;
  onChanged: (state: ShellState) => void;
  onOpened: (path: string) => void;
};

/** Which workspace is open: at most one. Opening another closes it, unless the other is refused. */
export class Workspaces {
  readonly #options: WorkspacesOptions;
  #open: string | null = null;
  #sqliteVersion: string | null = null;
  #recovered = false;
  /** Opening and closing follow one another, however fast the user clicks. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: WorkspacesOptions) {
    this.#options = options;
  }

  get path(): string | null {
    return this.#open;
  }

  /** null until a workspace was open, because the runtime loads SQLite only then. */
  get sqliteVersion(): string | null {
    return this.#sqliteVersion;
  }

  get samples(): SampleOffer[] {
    return this.#options.samples;
  }

  state(): ShellState {
    return {
      open: this.#open === null ? null : { name: nameOf(this.#open) },
      recent: this.#options.recent.list(),
      samples: this.#options.samples,
      recovered: this.#recovered,
    };
  }

  /** The state for a page that asks for it; tells once that something had to be recovered. */
  tell(): ShellState {
    const state = this.state();
    this.#recovered = false;
    return state;
  }

  /** The page, or the service behind it, failed and is back. */
  noteRecovery(): void {
    this.#recovered = true;
  }

  create(path: string): Promise<ShellState> {
    return this.#inTurn(async () => {
      if (existsSync(path))
        throw new InputRefused('exists', `“${basename(path)}” is already there. Open it, or choose another name.`, {
          file: basename(path),
        });
      return this.#openPath(path);
    });
  }

  open(path: string): Promise<ShellState> {
    return this.#inTurn(() => this.#openExisting(path));
  }

  openRecent(id: string): Promise<ShellState> {
    const path = this.#options.recent.pathOf(id);
    if (path === undefined) throw new UsageError('This workspace is not in the list of recent ones.');
    return this.open(path);
  }

  openSample(id: string): Promise<ShellState> {
    const sample = this.#options.samples.find((offer) => offer.id === id);
    if (sample === undefined) throw new UsageError(`There is no sample “${id}”.`);
    return this.#inTurn(async () => {
      await mkdir(this.#options.ownFolder, { recursive: true, mode: 0o700 });
      return this.#openPath(join(this.#options.ownFolder, sampleFileName(sample)));
    });
  }

  close(): Promise<ShellState> {
    return this.#inTurn(async () => {
      this.#requireNoImport();
      await this.#options.service.control.close();
      this.#open = null;
      return this.#changed();
    });
  }

  /** After the service was started again: gives it back its files and its workspace. */
  async restore(): Promise<void> {
    const { control } = this.#options.service;
    for (const file of this.#options.files.all()) await control.registerFile(file);
    if (this.#open === null) return;
    try {
      await control.open({ ...this.#options.opening, path: this.#open });
    } catch (error) {
      this.#open = null;
      throw error;
    } finally {
      this.noteRecovery();
      this.#options.onChanged(this.tell());
    }
  }

  /** The service is gone for good. */
  lost(): void {
    this.#open = null;
    this.#changed();
  }

  async #openExisting(path: string): Promise<ShellState> {
    const file = basename(path);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      await this.#options.recent.remove(path);
      this.#changed();
      throw new InputRefused('not_found', `“${file}” is not there any more. It may have been moved or renamed.`, {
        file,
      });
    }
    if (!found.isFile()) throw new InputRefused('not_a_workspace', `“${file}” is not a Muster workspace.`, { file });
    return this.#openPath(realpathSync(path));
  }

  async #openPath(path: string): Promise<ShellState> {
    if (path === this.#open) return this.state();
    this.#requireNoImport();
    const { sqliteVersion } = await this.#options.service.control.open({ ...this.#options.opening, path });
    this.#sqliteVersion = sqliteVersion;
    this.#open = path;
    await this.#options.recent.add(path);
    this.#options.onOpened(path);
    return this.#changed();
  }

  /** The import writes into the open workspace; taking that away under it would throw the work away unasked. */
  #requireNoImport(): void {
    if (!this.#options.service.importing) return;
    throw new InputRefused('busy', 'An import is under way. Wait until it has ended, or stop it first.');
  }

  #changed(): ShellState {
    const state = this.state();
    this.#options.onChanged(state);
    return state;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}
