import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadChannel } from '../../main/ports/processes.ts';

/** The scanning thread as the reader starts it, from its source. */
export function launchScanner(): ThreadChannel {
  const worker = new Worker(fileURLToPath(new URL('../../electron/scanner.ts', import.meta.url)), {
    execArgv: ['--experimental-transform-types', '--no-warnings'],
  });
  return {
    post: (message, buffers) => worker.postMessage(message, buffers),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => void worker.on('error', listener),
    stop: () => void worker.terminate(),
  };
}
