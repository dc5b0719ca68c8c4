/** Names of what crosses between a page and the shell. */

export const apiChannel = (method: string): string => `api:${method}`;
export const shellChannel = (method: string): string => `shell:${method}`;

/** Paths of dropped files, resolved by the preload; answered with handles. */
export const DROPPED = 'page:dropped';

/** The page tried to reach something outside and its content policy stopped it. */
export const BLOCKED = 'page:blocked';

/** From the shell to the main page. */
export const EVENT = 'shell:event';

/** Only for the print page: its model, and how the printing layout went. */
export const PRINT_MODEL = 'print:model';
export const PRINT_DONE = 'print:done';

export type PrintOutcome = { ready: true } | { ready: false; message: string };
