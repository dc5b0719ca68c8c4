import type { Session, WebPreferences } from 'electron';

/** Said in full, although most are defaults: a test compares every window with this list. */
export function hardened(options: { session: Session; preload: string; development: boolean }): WebPreferences {
  return {
    session: options.session,
    preload: options.preload,
    devTools: options.development,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableBlinkFeatures: 'Auxclick',
  };
}
