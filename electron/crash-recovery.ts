import type { BrowserWindow } from 'electron';
import { MAIN_PAGE, STOPPED_PAGE } from './locks/app-scheme.ts';
import type { Dialogs } from './dialogs.ts';
import { RestartBudget } from './processes/restart-budget.ts';

type RecoveryOptions = { dialogs: Dialogs; onRecovered: () => void };

const STUCK = {
  type: 'warning' as const,
  message: 'Muster’s window is not answering.',
  detail: 'You can wait, or reload the window. Your workspace is safe either way, and imports go on.',
  buttons: ['Wait', 'Reload'],
  defaultId: 0,
  cancelId: 0,
};

/** Brings the page back when its process is gone or stuck; gives up with a plain page when it keeps failing. */
export function recoverFromCrashes(window: BrowserWindow, { dialogs, onRecovered }: RecoveryOptions): void {
  const { webContents } = window;
  const budget = new RestartBudget(() => performance.now());
  let asking = false;

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = budget.take();
    if (again) onRecovered();
    void window.loadURL(again ? MAIN_PAGE : STOPPED_PAGE);
  });

  const askWhatToDo = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const reload = (await dialogs.ask('unresponsive', STUCK)) === 1;
    asking = false;
    if (reload && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
  };
  window.on('unresponsive', () => void askWhatToDo());
}
