import { app } from 'electron';
import { BlockedRequests } from './locks/blocked-requests.ts';
import { runBrief } from './brief.ts';
import { listBuiltFiles } from './locks/built-files.ts';
import { LockDown, refusesToStart } from './locks/lock-down.ts';
import { findPlaces } from './places.ts';
import { RequestedFiles } from './workspace/requested-files.ts';
import { WindowedApp } from './windowed-app.ts';

/**
 * Starts the program: every lock first, then either the window or, for the command line, one deck.
 *
 * Nothing here may wait before the locks are set, because some only work before the runtime is ready.
 */
const places = findPlaces(import.meta.dirname);
const blocked = new BlockedRequests();
const brief = process.env.MUSTER_BRIEF;

async function runWindow(lock: LockDown): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const requested = new RequestedFiles();
  await app.whenReady();
  const session = await lock.openSession(listBuiltFiles(places.pages));
  new WindowedApp({ session, places, blocked, requested }).start();
}

if (refusesToStart()) {
  app.exit(2);
} else {
  const lock = new LockDown(blocked);
  void (brief === undefined ? runWindow(lock) : runBrief(brief, lock, places));
}
