import { nativeTheme, type BrowserWindow } from 'electron';

/** The page's own background in both themes: a window that opens in another colour would flash. */
const BACKGROUND = { light: '#f4f6f8', dark: '#12171d' };

export function themeBackground(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Follows the system between light and dark. */
export function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(themeBackground());
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}
