import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { apiMethods, shellMethods, type Api, type FileHandle, type ShellApi } from '../main/contract/api.ts';
import { shellArguments } from '../main/contract/arguments.ts';
import { UsageError } from '../main/contract/errors.ts';
import type { BlockedRequests } from './locks/blocked-requests.ts';
import { apiChannel, BLOCKED, DROPPED, shellChannel } from './channels.ts';
import { replyOf } from './failures.ts';
import { requirePlain } from './plain-argument.ts';
import { isFrom } from './locks/sender.ts';
import { validated } from './validated.ts';

type BridgeOptions = {
  api: Api;
  shell: ShellApi;
  /** The page that may call; null while there is no window. */
  page: () => WebContents | null;
  dropped: (paths: string[]) => Promise<FileHandle[]>;
  blocked: BlockedRequests;
};

const droppedPaths = z.array(z.string().min(1).max(4096)).max(1000);

/**
 * The shell's end of the bridge: one handler per method of the contract, all through one gate.
 *
 * The gate checks who sends, how much and what; use cases of the service are checked again, by schema, where they run.
 */
export function serveBridge(options: BridgeOptions): void {
  for (const method of namesOf(apiMethods)) {
    handle(apiChannel(method), (argument) => {
      const call = options.api[method] as (argument: unknown) => Promise<unknown>;
      return call(argument);
    });
  }
  for (const method of namesOf(shellMethods)) {
    handle(shellChannel(method), (argument) => {
      const call = options.shell[method] as (argument: unknown) => Promise<unknown>;
      return call(validated<unknown>(method, shellArguments[method], argument));
    });
  }
  handle(DROPPED, (argument) => options.dropped(validated('dropped', droppedPaths, argument)));
  ipcMain.on(BLOCKED, (event) => {
    if (isFrom(options.page(), event)) options.blocked.add();
  });

  function handle(channel: string, answer: (argument: unknown) => unknown): void {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...list: unknown[]) =>
      replyOf(() => {
        if (!isFrom(options.page(), event)) throw new UsageError('Only the program’s own page may ask.');
        if (list.length > 1) throw new UsageError('A request has one argument at most.');
        requirePlain(list[0]);
        return answer(list[0]);
      }),
    );
  }
}

function namesOf<Name extends string>(methods: Record<Name, true>): Name[] {
  return Object.keys(methods) as Name[];
}
