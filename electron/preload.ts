import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import {
  apiMethods,
  shellMethods,
  type Api,
  type Bridge,
  type FileHandle,
  type ShellApi,
  type ShellEvent,
} from '../main/contract/api.ts';
import type { DeckModel } from '../main/contract/deck.ts';
import { reportsWayOut } from './locks/app-scheme.ts';
import { callsOver } from './calls-over.ts';
import {
  apiChannel,
  BLOCKED,
  DROPPED,
  EVENT,
  PRINT_DONE,
  PRINT_MODEL,
  shellChannel,
  type PrintOutcome,
} from './channels.ts';
import type { Reply } from './failures.ts';
import { GUARD, GUARD_BLOCKED } from './locks/page-guard.ts';

/**
 * The bridge: what the page can do, and nothing of the runtime's.
 *
 * Both windows load this file. The main page gets `window.muster`, the print page only `window.musterPrint`; the shell
 * checks the sender of every message again, so that the choice made here is a convenience, not a lock.
 */

async function ask(channel: string, argument: unknown): Promise<unknown> {
  const reply = await (ipcRenderer.invoke(channel, argument) as Promise<Reply>).catch(notSent);
  if ('failure' in reply) throw new Error(JSON.stringify(reply.failure));
  return reply.result;
}

/** What cannot be copied between processes, such as a function, does not even leave the page. */
function notSent(): Reply {
  return { failure: { code: 'usage', message: 'The request holds something other than plain data.', place: {} } };
}

/** Empty for what did not come from the user's disk; the shell refuses that. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

const bridge: Bridge = {
  api: callsOver<Api>(apiMethods, (method, argument) => ask(apiChannel(method), argument)),
  shell: callsOver<ShellApi>(shellMethods, (method, argument) => ask(shellChannel(method), argument)),
  dropped: (files) => ask(DROPPED, files.map(pathOf)) as Promise<FileHandle[]>,
  onEvent(listener) {
    const receive = (_event: unknown, event: ShellEvent): void => listener(event);
    ipcRenderer.on(EVENT, receive);
    return () => void ipcRenderer.off(EVENT, receive);
  },
};

/** What print.html works with: its deck. It answers by setting `data-ready` or `data-failed` on the root element. */
const printBridge = {
  model: () => ask(PRINT_MODEL, undefined) as Promise<DeckModel>,
};

function reportPrintOutcome(): void {
  const { dataset } = document.documentElement;
  const outcome: PrintOutcome | null =
    dataset.failed !== undefined
      ? { ready: false, message: dataset.failed }
      : dataset.ready === 'true'
        ? { ready: true }
        : null;
  if (outcome !== null) ipcRenderer.send(PRINT_DONE, outcome);
}

function watchPrintOutcome(): void {
  new MutationObserver(reportPrintOutcome).observe(document.documentElement, {
    attributeFilter: ['data-ready', 'data-failed'],
  });
  reportPrintOutcome();
}

/**
 * A content policy stops requests before the shell could see them, so the page's attempts are counted from here.
 * Each is reported once by the policy of the header and once by that of the document: only the first counts, and only
 * a header can have the directive that it is known by.
 */
function reportBlockedRequests(): void {
  document.addEventListener('securitypolicyviolation', ({ isTrusted, originalPolicy, blockedURI }) => {
    if (isTrusted && originalPolicy.includes('frame-ancestors') && reportsWayOut(blockedURI)) ipcRenderer.send(BLOCKED);
  });
  document.addEventListener(GUARD_BLOCKED, () => ipcRenderer.send(BLOCKED));
}

reportBlockedRequests();
if (location.pathname === '/print.html') {
  contextBridge.exposeInMainWorld('musterPrint', printBridge);
  document.addEventListener('DOMContentLoaded', watchPrintOutcome);
} else {
  contextBridge.exposeInMainWorld('muster', bridge);
}
void webFrame.executeJavaScript(GUARD);
