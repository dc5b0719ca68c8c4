import { app, session, type Session } from 'electron';
import type { BlockedRequests } from './blocked-requests.ts';
import type { BuiltFile } from './built-files.ts';
import { lockNavigation } from './navigation-lock.ts';
import { lockNetwork } from './network-lock.ts';
import { denyPermissions } from './permissions.ts';
import { registerAppScheme, serveBuiltFiles } from './protocol.ts';
import { refusedSwitch, SILENT_SWITCHES } from './switches.ts';

/** Kept in memory only (no `persist:`): the page leaves no cache, cookie or storage file behind. */
const PARTITION = 'muster';

/** Puts every lock in place, on what exists and on whatever the runtime creates later. */
export class LockDown {
  readonly #blocked: BlockedRequests;
  readonly #locked = new WeakMap<Session, Promise<void>>();

  /** Call first thing, before the app is ready. */
  constructor(blocked: BlockedRequests) {
    this.#blocked = blocked;
    for (const [name, value] of SILENT_SWITCHES) {
      if (value === undefined) app.commandLine.appendSwitch(name);
      else app.commandLine.appendSwitch(name, value);
    }
    // As root (continuous integration) the runtime only starts without its sandbox and breaks when asked for both.
    if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
    registerAppScheme();
    app.on('session-created', (created) => void this.#lock(created));
    app.on('web-contents-created', (_event, contents) => {
      contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
      lockNavigation(contents, blocked);
    });
  }

  /** The session of all our windows, able to show the built files and nothing else. Call when the app is ready. */
  async openSession(files: ReadonlyMap<string, BuiltFile>): Promise<Session> {
    app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
    const own = session.fromPartition(PARTITION);
    serveBuiltFiles(own, files);
    await Promise.all([this.#lock(session.defaultSession), this.#lock(own)]);
    return own;
  }

  #lock(target: Session): Promise<void> {
    const locked = this.#locked.get(target) ?? this.#close(target);
    this.#locked.set(target, locked);
    return locked;
  }

  async #close(target: Session): Promise<void> {
    denyPermissions(target);
    await lockNetwork(target, this.#blocked, !app.isPackaged);
  }
}

/** True when the program is packaged and was started with a switch that would let others look into it; says so. */
export function refusesToStart(): boolean {
  const refused = app.isPackaged ? refusedSwitch(process.argv.slice(1)) : null;
  if (refused !== null) process.stderr.write(`Muster does not start with ${refused}.\n`);
  return refused !== null;
}
