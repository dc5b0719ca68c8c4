import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { askBeforeClosing } from '../../electron/closing.ts';
import { recoverFromCrashes } from '../../electron/crash-recovery.ts';
import type { Dialogs } from '../../electron/dialogs.ts';

/** A window that can be stuck, crash and be closed. */
class FakeWindow extends EventEmitter {
  readonly shown: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: vi.fn<() => void>() });
  readonly destroy = vi.fn<() => void>();
  isDestroyed = (): boolean => false;
  loadURL = async (url: string): Promise<void> => void this.shown.push(url);
}

function windowWith(button: number) {
  const window = new FakeWindow();
  const ask = vi.fn<(question: string) => Promise<number>>(async () => button);
  const dialogs = { ask } as unknown as Dialogs;
  return { window, ask, dialogs, asWindow: window as unknown as BrowserWindow };
}

describe('a page whose process is gone', () => {
  it('is loaded again three times, and then a plain page instead', () => {
    const { window, dialogs, asWindow } = windowWith(0);
    const onRecovered = vi.fn<() => void>();
    recoverFromCrashes(asWindow, { dialogs, onRecovered });
    for (let crash = 0; crash < 4; crash += 1)
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    const main = 'app://bundle/index.html';
    expect(window.shown).toEqual([main, main, main, 'app://bundle/stopped.html']);
    expect(onRecovered).toHaveBeenCalledTimes(3);
  });

  it('is left alone when it went in the usual way', () => {
    const { window, dialogs, asWindow } = windowWith(0);
    recoverFromCrashes(asWindow, { dialogs, onRecovered: () => {} });
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.shown).toEqual([]);
  });
});

describe('a page that does not answer', () => {
  it('is ended only when the user says so, who is asked once at a time', async () => {
    const { window, dialogs, asWindow, ask } = windowWith(1);
    recoverFromCrashes(asWindow, { dialogs, onRecovered: () => {} });
    window.emit('unresponsive');
    window.emit('unresponsive');
    await vi.waitFor(() => expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(1));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('goes on when the user waits', async () => {
    const { window, dialogs, asWindow, ask } = windowWith(0);
    recoverFromCrashes(asWindow, { dialogs, onRecovered: () => {} });
    window.emit('unresponsive');
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });
});

describe('closing the window over a running import', () => {
  const close = { preventDefault: vi.fn<() => void>() };

  it.each([
    [1, 1],
    [0, 0],
  ])('with button %d destroys it %d times', async (button, times) => {
    const { window, dialogs, asWindow, ask } = windowWith(button);
    askBeforeClosing(asWindow, { dialogs, importing: () => true });
    window.emit('close', close);
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    expect(close.preventDefault).toHaveBeenCalled();
    expect(window.destroy).toHaveBeenCalledTimes(times);
  });

  it('asks nothing when there is no import', () => {
    const { window, dialogs, asWindow, ask } = windowWith(0);
    askBeforeClosing(asWindow, { dialogs, importing: () => false });
    window.emit('close', { preventDefault: () => expect.unreachable() });
    expect(ask).not.toHaveBeenCalled();
  });
});
