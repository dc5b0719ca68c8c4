import type { Session } from 'electron';
import { leavesApp } from './app-scheme.ts';
import type { BlockedRequests } from './blocked-requests.ts';

/** The developer tools are pages of the runtime itself and come from inside it. */
const DEVTOOLS = 'devtools:';

/**
 * Closes every way from a session to the network: requests are cancelled before they start, names are not looked up,
 * the proxy is a closed port of this machine, and no certificate is accepted.
 */
export async function lockNetwork(session: Session, blocked: BlockedRequests, development: boolean): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = !leavesApp(details.url) || (development && details.url.startsWith(DEVTOOLS));
    if (!allowed) blocked.add();
    answer({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setCertificateVerifyProc((_request, verdict) => verdict(-2));
  // Even with `spellcheck: false` the runtime asks for dictionaries unless the session is told as well.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}
