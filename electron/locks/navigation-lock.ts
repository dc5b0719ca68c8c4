import type { Event, WebContents } from 'electron';
import { leavesApp } from './app-scheme.ts';
import type { BlockedRequests } from './blocked-requests.ts';

/**
 * Keeps a page where the shell put it: no links away, no redirects, no frames, no new windows, no webview.
 * Attempts that would have left the program are counted as blocked requests.
 */
export function lockNavigation(contents: WebContents, blocked: BlockedRequests): void {
  const refuse = (event: Event, url: string): void => {
    event.preventDefault();
    if (leavesApp(url)) blocked.add();
  };
  contents.on('will-frame-navigate', (details) => refuse(details, details.url));
  contents.on('will-redirect', (details) => refuse(details, details.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (leavesApp(url)) blocked.add();
    return { action: 'deny' };
  });
}
