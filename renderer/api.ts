import type { Bridge } from '../main/contract/api.ts';
import type { Failure } from '../main/contract/errors.ts';

declare global {
  interface Window {
    /** Put here by the preload script. */
    muster: Bridge;
  }
}

/** The only way out of the page. */
export function bridge(): Bridge {
  return window.muster;
}

/**
 * What a rejected call says, whatever shape it arrives in.
 *
 * Calls reject with an Error whose message is a Failure as JSON, possibly after words of the transport.
 * Anything else is a fault of ours.
 */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const start = message.indexOf('{');
  if (start >= 0) {
    try {
      const parsed = JSON.parse(message.slice(start)) as Partial<Failure>;
      if (typeof parsed.message === 'string' && typeof parsed.code === 'string') {
        return { code: parsed.code, message: parsed.message, place: parsed.place ?? {} };
      }
    } catch {
      // Not ours: shown as it is below.
    }
  }
  return { code: 'fault', message, place: {} };
}

/** The user stopped it: nothing to apologise for. */
export function isCancelled(failure: Failure): boolean {
  return failure.code === 'cancelled';
}
