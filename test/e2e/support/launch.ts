import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Bridge, ShellEvent } from '../../../main/contract/api.ts';
import { electronExecutable, repository, rootFlags } from './runtime.ts';

declare global {
  interface Window {
    muster: Bridge;
    seenEvents: ShellEvent[];
  }
}

/**
 * Answers instead of a person, by the question asked: a path, several paths, null for "cancelled", or the index of the
 * button pressed. Questions: newWorkspace, openWorkspace, chooseExtracts, chooseRecipe, saveRecipe, exportDeck,
 * exportQuarantine (files); unresponsive, stopImport, failure (buttons). Unanswered questions count as cancelled.
 *
 * They travel in the environment variable MUSTER_TEST_DIALOGS, which a packaged program ignores. It is read at every
 * question, so `answerDialogs` can change the answers of a running app.
 */
export type DialogAnswers = Record<string, string | string[] | number | null>;

export type LaunchOptions = {
  /** Where this app keeps its settings; two launches with one profile are two runs of one installation. */
  profile: string;
  /** Arguments after the app's folder, such as a workspace to open. */
  args?: string[];
  dialogs?: DialogAnswers;
  /** Started instead of the runtime; must pass its arguments on to it. */
  executable?: string;
};

/** For what happens soon, also on a machine that is busy with something else. */
export const patience = { timeout: 20_000 };

export type Launched = {
  app: ElectronApplication;
  page: Page;
  /** What the page reported as errors: exceptions and console errors. */
  pageErrors: string[];
};

/** Starts the built app in a profile of its own and waits until its page has the bridge. */
export async function launchApp({ profile, args = [], dialogs = {}, executable }: LaunchOptions): Promise<Launched> {
  const app = await _electron.launch({
    executablePath: executable ?? electronExecutable(),
    args: [...rootFlags, `--user-data-dir=${profile}`, repository, ...args],
    env: { ...environment(), MUSTER_TEST_DIALOGS: JSON.stringify(dialogs) },
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await bridgeReady(page);
  return { app, page, pageErrors };
}

async function bridgeReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'muster' in window && document.readyState === 'complete');
}

export async function answerDialogs(app: ElectronApplication, dialogs: DialogAnswers): Promise<void> {
  await app.evaluate((_electronModule, text) => void (process.env.MUSTER_TEST_DIALOGS = text), JSON.stringify(dialogs));
}

/** Handles for files as if they had been dropped on the window. */
export async function dropFiles(page: Page, paths: string[]): Promise<{ id: string; name: string; size: number }[]> {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    element.multiple = true;
    return element;
  });
  await input.setInputFiles(paths);
  return input.evaluate(({ files }) => window.muster.dropped([...(files ?? [])]));
}

/** Starts to note what the shell sends to the page unasked; read it with `seenEvents`. */
export async function noteEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: ShellEvent[] = [];
    window.seenEvents = seen;
    window.muster.onEvent((event) => seen.push(event));
  });
}

export function seenEvents(page: Page): Promise<ShellEvent[]> {
  return page.evaluate(() => window.seenEvents);
}

/** What a refused call of the bridge says. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const message = await call.then(
    () => Promise.reject(new Error('The call was not refused.')),
    (error: Error) => error.message,
  );
  const json = /\{.*\}/s.exec(message);
  if (json === null) throw new Error(`Not a failure: ${message}`);
  return JSON.parse(json[0]) as { code: string; message: string };
}

/** This process's environment without what would turn the app into something else. */
export function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && name !== 'MUSTER_BRIEF');
  return Object.fromEntries(entries) as Record<string, string>;
}

export function profileIn(folder: string, name = 'profile'): string {
  return join(folder, name);
}
