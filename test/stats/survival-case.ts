import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { GroupedSpells } from '../../main/stats/spells.ts';

type Numbers = (number | null)[];

/** What R says of one curve; null stands for R's NA and NaN. */
export interface ExpectedCurve {
  n: number;
  time: number[];
  at_risk: number[];
  events: number[];
  censored: number[];
  survival: number[];
  se: Numbers;
  cumulative_hazard: number[];
  hazard_se: number[];
  bands: Record<'plain' | 'log' | 'log-log', { lower: Numbers; upper: Numbers; median: Numbers }>;
  restricted_means: { up_to: number; mean: number; se: number }[];
}

export interface ExpectedTest {
  chi2: number;
  df: number;
  p: number;
}

export interface ExpectedCurves {
  curves: Record<string, ExpectedCurve>;
  log_rank: ExpectedTest;
  cox_score: ExpectedTest;
  stratified_log_rank: ExpectedTest;
  stratified_cox_score: ExpectedTest;
}

export interface ExpectedIncidences {
  time: number[];
  at_risk: number[];
  survival: number[];
  causes: {
    events: number[];
    incidence: number[];
    se: Numbers;
    bands: Record<'plain' | 'log' | 'log-log', { lower: Numbers; upper: Numbers }>;
  }[];
}

const fileOf = (name: string, file: string) =>
  readFileSync(new URL(`../golden/${name}/${file}`, import.meta.url), 'utf8');

/** The rows of a golden case, by column name. */
export function readRows(name: string): Record<string, string>[] {
  const [header, ...lines] = fileOf(name, 'spells.csv').trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, index) => [column, cells[index]]));
  });
}

export function readExpectedCurves(name: string): ExpectedCurves {
  return JSON.parse(fileOf(name, 'expected.json')) as ExpectedCurves;
}

export function readExpectedIncidences(name: string): ExpectedIncidences {
  return JSON.parse(fileOf(name, 'expected.json')) as ExpectedIncidences;
}

/** Rows as grouped spells; groups in alphabetical order, as R has them. */
export function spellsOf(rows: Record<string, string>[]): GroupedSpells & { names: string[] } {
  const names = [...new Set(rows.map((row) => row.group))].sort();
  return {
    names,
    entry: Float64Array.from(rows, (row) => Number(row.entry)),
    exit: Float64Array.from(rows, (row) => Number(row.exit)),
    left: Uint8Array.from(rows, (row) => Number(row.left)),
    group: Int32Array.from(rows, (row) => names.indexOf(row.group)),
    groupCount: names.length,
  };
}

/** Whether two series agree to 1e-9; NaN here is null there. */
export function expectAlike(actual: ArrayLike<number | null>, expected: Numbers): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const ours = actual[index];
    if (value === null) {
      expect(ours === null || Number.isNaN(ours), `value ${index} is ${ours}`).toBe(true);
    } else {
      const off = ours === null ? Infinity : Math.abs(ours - value) / Math.max(1, Math.abs(value));
      expect(off, `value ${index} is ${ours}, not ${value}`).toBeLessThan(1e-9);
    }
  });
}
