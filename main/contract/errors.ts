/** Codes of everything that can be refused; the command line exits 3 for `input`, 2 for `usage`, 1 for `fault`. */
export type ErrorPlace = { file?: string; sheet?: string; row?: number; column?: string };

/** Input that was refused: the message is a sentence that says what to do. */
export class InputRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly place: ErrorPlace = {},
  ) {
    super(message);
    this.name = 'InputRefused';
  }
}

/** A call that makes no sense as given: an unknown option, metric, dimension or page. */
export class UsageError extends Error {
  readonly code = 'usage';
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The user stopped the work; the workspace is as before. */
export class Cancelled extends Error {
  readonly code = 'cancelled';
  constructor() {
    super('Stopped. The workspace is as it was before.');
    this.name = 'Cancelled';
  }
}

/** What crosses the bridge in place of an exception. Paths are reduced to base names by whoever throws. */
export type Failure = { code: string; message: string; place: ErrorPlace };

export function toFailure(error: unknown): Failure {
  if (error instanceof InputRefused) return { code: error.code, message: error.message, place: error.place };
  if (error instanceof UsageError || error instanceof Cancelled)
    return { code: error.code, message: error.message, place: {} };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'fault', message, place: {} };
}
