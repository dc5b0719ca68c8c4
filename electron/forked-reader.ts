import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReaderChannel } from '../main/ports/processes.ts';

/** More memory than this and the reader is stopped by its own limit, not by the machine's. */
const HEAP_MB = 2_048;

/** Starts a reader for the command line: a process of its own, without database and network. */
export function launchForkedReader(): ReaderChannel {
  const child = fork(fileURLToPath(new URL('reader.js', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let gone: (detail: string) => void = () => undefined;
  child.once('exit', (code, signal) => gone(signal ?? `code ${code}`));
  // Of one that dies while a message is on its way to it the exit tells more; one that cannot be started has none.
  child.on('error', (error) => void (child.pid === undefined && gone(error.message)));
  return {
    post: (message) => void (child.connected && child.send(message as object)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void (gone = listener),
    kill: () => {
      gone = () => undefined;
      child.kill('SIGKILL');
    },
  };
}
