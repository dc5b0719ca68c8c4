/**
 * The address of everything the program shows. A scheme of our own instead of `file:` gives the page one origin
 * that holds nothing but the built files.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';

export const MAIN_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;
export const PRINT_PAGE = `${APP_SCHEME}://${APP_HOST}/print.html`;
export const STOPPED_PAGE = `${APP_SCHEME}://${APP_HOST}/stopped.html`;

/**
 * True for addresses of the program itself.
 * Compares scheme and host, because Node gives every custom scheme the origin "null".
 */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '';
}

/** Schemes that never reach beyond the process, so asking for them is no network request. */
const LOCAL_SCHEMES = new Set(['about:', 'blob:', 'data:', 'javascript:']);

/** True when following `url` would leave this program: to a host, to the file system or to another application. */
export function leavesApp(url: string): boolean {
  if (!URL.canParse(url)) return true;
  return !isAppUrl(url) && !LOCAL_SCHEMES.has(new URL(url).protocol);
}

/** The same for what a content policy reports as blocked: an address, a bare scheme, or a keyword such as "inline". */
export function reportsWayOut(blockedUri: string): boolean {
  return URL.canParse(blockedUri) ? leavesApp(blockedUri) : /^(?:file|filesystem|ftp|https?|wss?)$/.test(blockedUri);
}
