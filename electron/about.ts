import { app } from 'electron';
import type { About } from '../main/contract/api.ts';

/** Set by the start scripts when the shipped runtime could not be fetched and a stand-in runs the program. */
const FALLBACK = 'ELECTRON_OVERRIDE_DIST_PATH';

export function describeProgram(facts: { sqlite: string | null; blockedRequests: number }): About {
  const { electron, chrome, node } = process.versions;
  const fallback = !app.isPackaged && process.env[FALLBACK] !== undefined;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    sqlite: facts.sqlite ?? 'starts with the first workspace',
    runtime: fallback ? `fallback runtime, Electron ${electron}` : `Electron ${electron}`,
    blockedRequests: facts.blockedRequests,
  };
}
