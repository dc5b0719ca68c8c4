export type Spread = { median: number; low: number; high: number; rounds: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: sorted[0], high: sorted[sorted.length - 1], rounds: sorted.length };
}

/**
 * Runs every contestant once per round, the order turning with each round, so that what else the machine does falls
 * on all alike. Answers with the values of each, by round.
 */
export async function interleave<Name extends string>(
  rounds: number,
  contestants: Record<Name, (round: number) => Promise<number> | number>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      values[name].push(await contestants[name](round));
    }
  }
  return values;
}

/** Ratio of two contestants in each round, and what comes of it. */
export function ratioOf(over: readonly number[], under: readonly number[]): Spread {
  return spreadOf(over.map((value, round) => value / under[round]));
}

/** Wall time of some work in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
