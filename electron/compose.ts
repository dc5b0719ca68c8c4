import { createApp } from '../main/app.ts';
import type { Api } from '../main/contract/api.ts';
import type { LaunchReader, ReportProgress } from '../main/ports/processes.ts';
import { WORKER_TYPES } from '../main/model/worker-types.ts';
import { workspaceName } from '../main/workspace/workspace-name.ts';
import { Workspace } from '../main/workspace/workspace.ts';
import { openStore, textHash } from '../db/store.ts';
import { readJsonFile } from './read-json-file.ts';
import { systemAccount } from './system-account.ts';
import { systemClock } from './system-clock.ts';

export type OpenOptions = {
  path: string;
  sqliteBinding: string | null;
  mode: 'read' | 'write';
  launchReader: LaunchReader;
  report: ReportProgress;
  warn?: (message: string) => void;
};

/** Opens a workspace over its file. Throws InputRefused for a newer, foreign, damaged or locked one. */
export function openWorkspaceFile({ path, sqliteBinding, mode, launchReader, report, warn }: OpenOptions): {
  workspace: Workspace;
  sqliteVersion: string;
} {
  const store = openStore(
    {
      path,
      nativeBinding: sqliteBinding,
      mode,
      workerTypes: WORKER_TYPES,
      account: systemAccount(),
      ...(warn ? { warn } : {}),
    },
    systemClock.now,
  );
  return {
    workspace: new Workspace({ store, clock: systemClock, hashText: textHash, launchReader, report }),
    sqliteVersion: store.sqliteVersion,
  };
}

export type WorkspaceAppOptions = {
  path: string;
  mode: 'read' | 'write';
  samplesFolder: string;
  sqliteBinding: string | null;
  launchReader: LaunchReader;
  resolveFile: (id: string) => { path: string; name: string };
  onProgress: ReportProgress;
  appVersion: string;
};

/** The domain over one workspace file, as the service hosts it. */
export function openWorkspaceApp(options: WorkspaceAppOptions): { api: Api; sqliteVersion: string; close(): void } {
  const { workspace, sqliteVersion } = openWorkspaceFile({ ...options, report: options.onProgress });
  const api = createApp({
    workspace,
    name: workspaceName(options.path),
    resolveFile: options.resolveFile,
    launchReader: options.launchReader,
    samplesFolder: options.samplesFolder,
    readJson: readJsonFile,
  });
  return { api, sqliteVersion, close: () => workspace.close() };
}
