import type { Spread } from './rounds.ts';

/** One line of the table. */
export type Result = {
  /** Number of the measure in the performance goals. */
  number: string;
  measure: string;
  size: string;
  ratio: Spread | null;
  /** `at least` where more is better, `at most` where less is. */
  target: { kind: 'at least' | 'at most'; value: number } | null;
  /** Both sides in absolute terms, e.g. "ours 2.1 s, DuckDB 9.0 s". */
  context: string;
};

export type Check = { what: string; ours: string; peer: string; equal: boolean };

export type Report = { results: Result[]; checks: Check[]; notes: string[] };

/** Everything a measure needs to know. */
export type Settings = { rows: number; workers: number; seed: number; rounds: number; electron: boolean };

export function emptyReport(): Report {
  return { results: [], checks: [], notes: [] };
}

export function verdictOf({ ratio, target }: Result): string {
  if (!ratio || !target) return '–';
  return (target.kind === 'at least' ? ratio.median >= target.value : ratio.median <= target.value) ? 'met' : 'missed';
}
