const MINUTE_MS = 60_000;

/**
 * How often something that fails may be started again: three times in any minute.
 * More would be a loop that hides the fault from the user. `ticks` is a steady clock in milliseconds.
 */
export class RestartBudget {
  readonly #ticks: () => number;
  readonly #limit: number;
  #spent: number[] = [];

  constructor(ticks: () => number, limit = 3) {
    this.#ticks = ticks;
    this.#limit = limit;
  }

  /** Takes one restart if one is left. */
  take(): boolean {
    const now = this.#ticks();
    this.#spent = this.#spent.filter((moment) => now - moment < MINUTE_MS);
    if (this.#spent.length >= this.#limit) return false;
    this.#spent.push(now);
    return true;
  }
}
