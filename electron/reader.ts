import type { ReaderSide } from '../main/ports/processes.ts';
import { serveReader } from '../main/extracts/read/serve.ts';

/**
 * The reader: a process that parses untrusted bytes and holds nothing worth stealing.
 *
 * In the app it is a utility process; its first message brings the port that leads to the service. For the command
 * line it is a forked child and talks over the channel that forking gave it. It ends with whoever it reads for, and
 * on any error that nobody caught, because what a half-failed parser says is not to be believed.
 */
function connect(onSide: (side: ReaderSide) => void): void {
  const parent = process.parentPort as Electron.ParentPort | undefined;
  if (parent !== undefined) {
    parent.once('message', ({ ports }) => onSide(overPort(ports[0])));
  } else {
    process.on('disconnect', () => process.exit(0));
    onSide({
      post: (message) => void process.send?.(message),
      onMessage: (listener) => void process.on('message', listener),
    });
  }
}

function overPort(port: Electron.MessagePortMain): ReaderSide {
  port.on('close', () => process.exit(0));
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
  };
}

function failLoudly(error: unknown): void {
  process.stderr.write(`reader: ${error instanceof Error ? error.name : 'error'}\n`);
  process.exit(70);
}

process.on('uncaughtException', failLoudly);
process.on('unhandledRejection', failLoudly);
connect((side) => serveReader(side, () => process.memoryUsage.rss()));
