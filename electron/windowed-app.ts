import { join } from 'node:path';
import { app, type BrowserWindow, type Session } from 'electron';
import type { ShellApi, ShellEvent, ShellState } from '../main/contract/api.ts';
import { MAIN_PAGE } from './locks/app-scheme.ts';
import type { BlockedRequests } from './locks/blocked-requests.ts';
import { EVENT } from './channels.ts';
import { ChosenFiles } from './workspace/chosen-files.ts';
import { askBeforeClosing } from './closing.ts';
import { recoverFromCrashes } from './crash-recovery.ts';
import { Dialogs } from './dialogs.ts';
import { failureOf } from './failures.ts';
import { serveBridge } from './ipc.ts';
import { createMenu } from './menu.ts';
import { DeckPrinter } from './pdf.ts';
import type { Places } from './places.ts';
import { RecentFiles, recentSchema } from './workspace/recent-files.ts';
import type { RequestedFiles } from './workspace/requested-files.ts';
import { readSamples } from './workspace/samples.ts';
import { ServiceProcess } from './processes/service-process.ts';
import { SettingsFile } from './settings-file.ts';
import { createShellApi, giveHandles, type ShellParts } from './shell-api.ts';
import { openMainWindow } from './window.ts';
import { savedWindowSchema, WindowMemory } from './window-memory.ts';
import { Workspaces } from './workspace/workspaces.ts';

const DECK_LIMIT_MS = 120_000;

export type WindowedParts = { session: Session; places: Places; blocked: BlockedRequests; requested: RequestedFiles };

/** The program with its window: joins the parts, and holds what changes over a run (the window). */
export class WindowedApp {
  readonly #parts: WindowedParts;
  readonly #service: ServiceProcess;
  readonly #workspaces: Workspaces;
  readonly #dialogs: Dialogs;
  readonly #memory: WindowMemory;
  readonly #shell: ShellApi;
  readonly #showMenu: (state: ShellState) => void;
  #window: BrowserWindow | null = null;

  /** Call when the app is ready. */
  constructor(parts: WindowedParts) {
    const { session, places, blocked } = parts;
    const settings = app.getPath('userData');
    const send = (event: ShellEvent): void => this.#send(event);
    this.#parts = parts;
    this.#memory = new WindowMemory(new SettingsFile(join(settings, 'window.json'), savedWindowSchema));
    this.#dialogs = new Dialogs({
      window: () => this.#window,
      testAnswers: () => (app.isPackaged ? undefined : process.env.MUSTER_TEST_DIALOGS),
    });
    this.#service = new ServiceProcess({
      ...places,
      onProgress: (progress) => send({ type: 'progress', progress }),
      onRestarted: () => this.#workspaces.restore(),
      onLost: () => this.#serviceLost(),
    });
    const files = new ChosenFiles();
    const service = this.#service;
    this.#workspaces = new Workspaces({
      service,
      files,
      recent: new RecentFiles(new SettingsFile(join(settings, 'recent.json'), recentSchema)),
      samples: readSamples(places.samples),
      ownFolder: join(settings, 'samples'),
      opening: {
        mode: 'write',
        samplesFolder: places.samples,
        sqliteBinding: process.env.MUSTER_SQLITE_BINDING ?? null,
        appVersion: app.getVersion(),
      },
      onOpened: (path) => app.addRecentDocument(path),
      onChanged: (state) => this.#changed(state),
    });
    const shell: ShellParts = {
      service,
      files,
      blocked,
      workspaces: this.#workspaces,
      dialogs: this.#dialogs,
      printer: new DeckPrinter(service, { session, preload: places.preload, limitMs: DECK_LIMIT_MS }),
      documents: app.getPath('documents'),
      onProgress: (progress) => send({ type: 'progress', progress }),
    };
    this.#shell = createShellApi(shell);
    this.#showMenu = createMenu({
      shell: this.#shell,
      dialogs: this.#dialogs,
      send,
      fillSample: (sample) => this.#fillSample(sample),
      reloadWindow: () => void this.#window?.loadURL(MAIN_PAGE),
    });
    serveBridge({
      api: service.api,
      shell: this.#shell,
      page: () => this.#window?.webContents ?? null,
      dropped: (paths) => giveHandles(shell, paths),
      blocked,
    });
    app.on('window-all-closed', () => app.quit());
    app.on('will-quit', (event) => this.#stopFirst(event));
  }

  start(): void {
    this.#showMenu(this.#workspaces.state());
    this.#openWindow();
    this.#parts.requested.serve({ show: () => this.#show(), open: (path) => this.#openRequested(path) });
  }

  #openWindow(): void {
    const { session, places } = this.#parts;
    const window = openMainWindow({
      session,
      preload: places.preload,
      development: !app.isPackaged,
      memory: this.#memory,
    });
    recoverFromCrashes(window, { dialogs: this.#dialogs, onRecovered: () => this.#workspaces.noteRecovery() });
    askBeforeClosing(window, { dialogs: this.#dialogs, importing: () => this.#service.importing });
    window.on('closed', () => (this.#window = null));
    this.#window = window;
  }

  #show(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.show();
    this.#window?.focus();
  }

  #openRequested(path: string): void {
    this.#workspaces.open(path).catch((error: unknown) => this.#dialogs.tellFailure(failureOf(error).message));
  }

  /** The page fills samples that it opened itself; this one was opened from the menu. */
  async #fillSample(sample: string): Promise<void> {
    await this.#service.api.importSample({ job: `sample-${sample}`, sample });
    this.#changed(this.#workspaces.state());
  }

  #changed(state: ShellState): void {
    this.#showMenu(state);
    this.#window?.setTitle(state.open === null ? 'Muster' : `${state.open.name} – Muster`);
    this.#send({ type: 'state', state });
  }

  #serviceLost(): void {
    this.#workspaces.lost();
    const message =
      'The part of Muster that holds the workspace keeps failing, so the workspace was closed. It is as it was before. Start Muster again.';
    void this.#dialogs.tellFailure(message);
  }

  #send(event: ShellEvent): void {
    if (this.#window !== null && !this.#window.isDestroyed()) this.#window.webContents.send(EVENT, event);
  }

  #stopping: Promise<void> | null = null;

  /** Lets the service close the workspace, and the window's place be saved, before the program ends. */
  #stopFirst(event: Electron.Event): void {
    if (this.#stopping !== null) return;
    event.preventDefault();
    this.#stopping = Promise.all([this.#service.stop(), this.#memory.saved()]).then(() => app.quit());
  }
}
