/**
 * Counts what tried to leave the program and was stopped; the About box shows the count, which ought to be 0.
 * Addresses are not kept: they could carry data.
 */
export class BlockedRequests {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(): void {
    this.#count += 1;
  }
}
