import type { ReaderMessage } from '../../main/extracts/messages.ts';
import { serveReader } from '../../main/extracts/read/serve.ts';
import type { LaunchReader, ReaderChannel } from '../../main/ports/processes.ts';

/**
 * A reader in this very process. Messages are cloned as between processes, so that nothing can be shared by mistake.
 * `onSent` may end it (by returning a reason) before a message arrives, as a crash would. It holds no memory unless told.
 */
export function inProcessReader(
  onSent: (message: ReaderMessage) => string | null = () => null,
  residentBytes: () => number = () => 0,
): LaunchReader {
  return (): ReaderChannel => {
    let alive = true;
    let toService: (message: unknown) => void = () => undefined;
    let toReader: (message: unknown) => void = () => undefined;
    let onExit: (detail: string) => void = () => undefined;
    serveReader(
      {
        post(message) {
          if (!alive) return;
          const reason = onSent(message as ReaderMessage);
          if (reason === null) return toService(structuredClone(message));
          alive = false;
          onExit(reason);
        },
        onMessage: (listener) => void (toReader = listener),
      },
      residentBytes,
    );
    return {
      post: (message) => queueMicrotask(() => alive && toReader(structuredClone(message))),
      onMessage: (listener) => void (toService = listener),
      onExit: (listener) => void (onExit = listener),
      kill: () => void (alive = false),
    };
  };
}
