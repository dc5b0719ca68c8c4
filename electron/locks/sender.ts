import type { WebContents, WebFrameMain } from 'electron';
import { isAppUrl } from './app-scheme.ts';

type Sent = { sender: WebContents; senderFrame: WebFrameMain | null };

/** True for a message that the main frame of `page` sent while it showed a page of ours. */
export function isFrom(page: WebContents | null, { sender, senderFrame }: Sent): boolean {
  if (page === null || page.isDestroyed() || sender !== page || senderFrame === null) return false;
  return senderFrame.parent === null && senderFrame === page.mainFrame && isAppUrl(senderFrame.url);
}
