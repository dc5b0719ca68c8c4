import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadChannel } from '../main/ports/processes.ts';

/** Starts the scanning thread of a reader; it ends with the reader's process. */
export function launchScanningThread(): ThreadChannel {
  const worker = new Worker(fileURLToPath(new URL('scanner.js', import.meta.url)));
  return {
    post: (message, buffers) => worker.postMessage(message, buffers),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => void worker.on('error', listener),
    stop: () => void worker.terminate(),
  };
}
