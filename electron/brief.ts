import { existsSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { app, nativeTheme } from 'electron';
import { z } from 'zod';
import { apiArguments } from '../main/contract/arguments.ts';
import { InputRefused, UsageError, type Failure } from '../main/contract/errors.ts';
import { listBuiltFiles } from './locks/built-files.ts';
import { failureOf } from './failures.ts';
import type { LockDown } from './locks/lock-down.ts';
import { DeckPrinter } from './pdf.ts';
import type { Places } from './places.ts';
import { ServiceProcess } from './processes/service-process.ts';
import { validated } from './validated.ts';

/** What `muster brief` passes in the environment variable MUSTER_BRIEF, as JSON. Paths are relative to the folder it starts us in. */
const order = z.strictObject({
  workspace: z.string().min(1),
  out: z.string().min(1),
  briefing: apiArguments.deck.shape.briefing,
  filters: apiArguments.deck.shape.filters,
});

const LIMIT_MS = 120_000;

/**
 * Prints one deck for the command line and ends: no window to see, no menu, no single instance, no settings folder.
 *
 * Writes one line of JSON to standard output, `{out, pages, sha256}` or `{error}`, and nothing else.
 * Exit codes: 0 done, 3 input refused, 2 usage, 1 a fault of ours.
 */
export async function runBrief(text: string, lock: LockDown, places: Places): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'muster-brief-'));
  app.setPath('userData', scratch);
  app.on('window-all-closed', () => {});
  let outcome: { code: number; line: unknown };
  try {
    outcome = { code: 0, line: await printOrder(text, lock, places) };
  } catch (error) {
    outcome = describe(failureOf(error));
  }
  rmSync(scratch, { recursive: true, force: true });
  writeSync(1, `${JSON.stringify(outcome.line)}\n`);
  app.exit(outcome.code);
}

async function printOrder(
  text: string,
  lock: LockDown,
  places: Places,
): Promise<{ out: string; pages: number; sha256: string }> {
  const { workspace, briefing, filters, ...given } = validated('brief', order, parseJson(text));
  const path = resolve(workspace);
  const out = resolve(given.out);
  const file = basename(path);
  if (!existsSync(path)) throw new InputRefused('not_found', `There is no workspace “${file}”.`, { file });
  await app.whenReady();
  nativeTheme.themeSource = 'light';
  const session = await lock.openSession(listBuiltFiles(places.pages));
  const service = new ServiceProcess({
    ...places,
    onProgress: () => {},
    onRestarted: () => Promise.resolve(),
    onLost: () => {},
  });
  try {
    const printer = new DeckPrinter(service, { session, preload: places.preload, limitMs: LIMIT_MS });
    // Asked in one go, and answered in order: the hidden window need not wait until the workspace is open.
    const opened = service.control.open({
      path,
      mode: 'read',
      samplesFolder: places.samples,
      sqliteBinding: process.env.MUSTER_SQLITE_BINDING ?? null,
      appVersion: app.getVersion(),
    });
    const exported = printer.export({ briefing, filters }, out, () => {});
    // Without a workspace there is no deck either: both are over before the program ends, and no window is left loading.
    const [opening, exporting] = await Promise.allSettled([opened, exported]);
    if (opening.status === 'rejected') throw opening.reason;
    if (exporting.status === 'rejected') throw exporting.reason;
    const { pages, sha256 } = exporting.value;
    return { out, pages, sha256 };
  } finally {
    await service.stop();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('MUSTER_BRIEF is not JSON.');
  }
}

function describe({ code, message, place }: Failure): { code: number; line: unknown } {
  const status = code === 'fault' ? 1 : code === 'usage' ? 2 : 3;
  return { code: status, line: { error: { code, message, ...place } } };
}
