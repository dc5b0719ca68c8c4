import { parentPort } from 'node:worker_threads';
import { serveScanner } from '../main/extracts/read/thread/serve-scanner.ts';

/** A thread of the reader that finds the records of a large extract; what nobody catches in it ends the reader's job. */
const reader = parentPort!;
serveScanner({
  post: (message, buffers) => reader.postMessage(message, buffers),
  onMessage: (listener) => void reader.on('message', listener),
});
