import type { WebContents, WebFrameMain } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/** True for a message that the main frame of `page` sent while it showed a page of ours; frames inside it do not count. */
export function isFrom(page: WebContents | null, { senderFrame }: { senderFrame: WebFrameMain | null }): boolean {
  if (page === null || page.isDestroyed() || senderFrame === null) return false;
  return senderFrame === page.mainFrame && isAppUrl(senderFrame.url);
}
