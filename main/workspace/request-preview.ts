import { InputRefused } from '../contract/errors.ts';
import type { ExtractPreview } from '../contract/workspace.ts';
import type { ReaderMessage } from '../extracts/messages.ts';
import type { LaunchReader } from '../ports/processes.ts';

/** Asks a reader how it understands a file; nothing is stored. */
export function requestPreview(
  launchReader: LaunchReader,
  { path, name, recipe, settings }: { path: string; name: string; recipe: unknown; settings: Record<string, string> },
): Promise<ExtractPreview> {
  const reader = launchReader();
  return new Promise<ExtractPreview>((resolve, reject) => {
    reader.onExit((detail) =>
      reject(
        new InputRefused('reader_failed', `${name} could not be read: the reader stopped (${detail}).`, { file: name }),
      ),
    );
    reader.onMessage((raw) => {
      const message = raw as ReaderMessage;
      if (message.type === 'preview') resolve(message.preview);
      else if (message.type === 'refused')
        reject(new InputRefused(message.failure.code, message.failure.message, message.failure.place));
    });
    reader.post({
      type: 'job',
      job: { purpose: 'preview', path, file: name, kind: null, profile: null, recipe, settings },
    });
  }).finally(() => reader.kill());
}
