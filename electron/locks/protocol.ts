import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, isAppUrl, STOPPED_PAGE } from './app-scheme.ts';
import type { BuiltFile } from './built-files.ts';
import { SECURITY_HEADERS } from './content-policy.ts';
import { STOPPED_HTML } from './stopped-page.ts';

/** Must run before the app is ready. Without fetch and without service workers: the page only loads its own parts. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Answers `app:` addresses in one session from the list of built files; GET only. */
export function serveBuiltFiles(session: Session, files: ReadonlyMap<string, BuiltFile>): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET') return refuse(405, 'Only GET is answered.');
    if (request.url === STOPPED_PAGE) return answer(STOPPED_HTML, 'text/html; charset=utf-8');
    const { pathname, search } = new URL(request.url);
    const file = files.get(pathname);
    if (!isAppUrl(request.url) || search !== '' || file === undefined)
      return refuse(404, 'No such part of the program.');
    return answer(await readFile(file.path), file.type);
  });
}

function answer(body: string | Buffer<ArrayBuffer>, type: string): Response {
  return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': type } });
}

function refuse(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });
}
