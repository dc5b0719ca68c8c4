import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command line; MUSTER_TEST_CLI names another build, to see a campaign fail against a broken one. */
export const CLI = process.env['MUSTER_TEST_CLI'] ?? fileURLToPath(new URL('../../dist/main/cli.js', import.meta.url));

if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run "npm run build" first.`);

/** One run of a campaign: its chance comes from a seed, which MUSTER_SEED repeats, and it ends with a line of counts. */
export class Campaign {
  readonly seed = Number(process.env['MUSTER_SEED'] ?? Date.now() % 1_000_000);
  readonly #counts = new Map<string, number>();
  readonly #started = performance.now();
  readonly #name: string;
  #state: number;

  constructor(name: string) {
    this.#name = name;
    this.#state = this.seed;
  }

  /** A number from 0 to below `limit`. */
  random(limit = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit;
  }

  integer(limit: number): number {
    return Math.floor(this.random(limit));
  }

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  counted(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Says what was done: counts, seed and duration. */
  close(): void {
    const counts = [...this.#counts].map(([what, count]) => `${count} ${what}`).join(', ');
    const seconds = Math.round((performance.now() - this.#started) / 100) / 10;
    console.log(`${this.#name}: ${counts}; seed ${this.seed}, ${seconds} s`);
  }
}
