import type { BrowserWindow } from 'electron';
import type { Dialogs } from './dialogs.ts';

const IMPORT_RUNS = {
  type: 'question' as const,
  message: 'An import is still running.',
  detail: 'Closing stops it. The workspace stays as it was before the import.',
  buttons: ['Go on importing', 'Stop and close'],
  defaultId: 0,
  cancelId: 0,
};

/** Asks before a window is closed over a running import. */
export function askBeforeClosing(
  window: BrowserWindow,
  { dialogs, importing }: { dialogs: Dialogs; importing: () => boolean },
): void {
  window.on('close', (event) => {
    if (!importing()) return;
    event.preventDefault();
    void dialogs.ask('stopImport', IMPORT_RUNS).then((button) => {
      if (button === 1 && !window.isDestroyed()) window.destroy();
    });
  });
}
