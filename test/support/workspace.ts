import { basename } from 'node:path';
import { openStore, textHash } from '../../db/store.ts';
import type { ImportReport } from '../../main/contract/workspace.ts';
import type { Clock, LaunchReader } from '../../main/ports/processes.ts';
import { WORKER_TYPES } from '../../main/model/worker-types.ts';
import { Workspace } from '../../main/workspace/workspace.ts';
import { inProcessReader } from './reader.ts';

/** A clock that goes one second a look, so that runs are alike; nothing that is to happen later ever does. */
export function steadyClock(): Clock {
  let seconds = 0;
  return {
    now: () => new Date(Date.UTC(2026, 9, 1, 8, 0, seconds++)).toISOString(),
    ticks: () => 0,
    after: () => () => undefined,
  };
}

export type OpenOptions = { mode?: 'read' | 'write'; launchReader?: LaunchReader; clock?: Clock };

/** A workspace over a real file, read by an in-process reader. */
export function openWorkspace(
  path: string,
  { mode = 'write', launchReader = inProcessReader(), clock = steadyClock() }: OpenOptions = {},
): Workspace {
  const store = openStore(
    { path, nativeBinding: null, mode, workerTypes: WORKER_TYPES, account: 'analyst' },
    clock.now,
  );
  return new Workspace({ store, clock, hashText: textHash, launchReader, report: () => undefined });
}

export type ImportChoices = {
  kind?: string;
  profile?: string;
  recipe?: unknown;
  settings?: Record<string, string>;
  signal?: AbortSignal;
};

/** Imports one file as a user would. */
export function importFile(workspace: Workspace, path: string, choices: ImportChoices = {}): Promise<ImportReport> {
  const { kind = null, profile = null, recipe = null, settings = {}, signal = null } = choices;
  return workspace.import({ job: 'test', signal, path, file: basename(path), kind, profile, recipe, settings });
}
