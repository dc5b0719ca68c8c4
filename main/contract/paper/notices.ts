import type { PageModel } from '../page.ts';

/** The sentences under a page. On paper there is nowhere to go, so one more says the command. */
export function noticesOf({ notices, decide }: Pick<PageModel, 'notices' | 'decide'>): string[] {
  return [...notices, ...(decide ?? []).flatMap(({ command }) => command ?? [])];
}
