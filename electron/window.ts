import { BrowserWindow, type Session } from 'electron';
import { MAIN_PAGE } from './locks/app-scheme.ts';
import { MINIMUM_SIZE } from './bounds.ts';
import { followTheme, themeBackground } from './theme.ts';
import { hardened } from './locks/web-preferences.ts';
import type { WindowMemory } from './window-memory.ts';

export type WindowOptions = { session: Session; preload: string; development: boolean; memory: WindowMemory };

/** A page that never paints must not leave the user without a window. */
const SHOW_AT_LATEST_MS = 5000;

/** The one window, shown when its first page is painted. */
export function openMainWindow({ session, preload, development, memory }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = memory.recall();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Muster',
    backgroundColor: themeBackground(),
    webPreferences: hardened({ session, preload, development }),
  });
  const show = (): void => {
    clearTimeout(latest);
    if (window.isDestroyed() || window.isVisible()) return;
    if (maximized) window.maximize();
    window.show();
  };
  const latest = setTimeout(show, SHOW_AT_LATEST_MS);
  window.once('ready-to-show', show);
  window.on('page-title-updated', (event) => event.preventDefault());
  memory.follow(window);
  followTheme(window);
  void window.loadURL(MAIN_PAGE);
  return window;
}
