import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Api } from '../main/contract/api.ts';
import type * as domain from './domain.ts';
import { outFolder } from './places.ts';

export type Domain = typeof domain;

/** The bundle that build.ts made. */
export async function importDomain(): Promise<Domain> {
  const bundle = join(outFolder, 'domain.js');
  if (!existsSync(bundle))
    throw new Error('bench/dist/domain.js is not there: run the benchmark through bench/run.ts.');
  return (await import(pathToFileURL(bundle).href)) as Domain;
}

/** Opens a workspace as the service does. */
export async function openApi(path: string): Promise<{ api: Api; close(): void }> {
  const { openWorkspaceApp, launchNoReader } = await importDomain();
  return openWorkspaceApp({
    path,
    mode: 'read',
    samplesFolder: '',
    sqliteBinding: null,
    launchReader: launchNoReader,
    resolveFile: (id) => ({ path: id, name: id }),
    onProgress: () => undefined,
    appVersion: 'bench',
  });
}
