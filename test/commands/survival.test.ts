import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExpectedCurve, ExpectedCurves } from '../stats/survival-case.ts';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const golden = (name: string, file: string) => new URL(`../golden/${name}/${file}`, import.meta.url).pathname;
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(golden(name, 'expected.json'), 'utf8')) as Partial<ExpectedCurves> &
    Pick<ExpectedCurves, 'curves'>;
/** Cases with curves by group, and the test that the definitions ask for: the score test where entry is delayed. */
const CASES = {
  'survival-ties': 'log_rank',
  'survival-delayed-entry': 'cox_score',
  'survival-fractional': 'cox_score',
  'survival-edges': null,
} as const;

type Point = {
  time: number;
  at_risk: number;
  events: number;
  survival: number;
  se: number | null;
  lower: number | null;
  upper: number | null;
};
type Curve = {
  by: Record<string, string>;
  n: number | null;
  events: number | null;
  censored: number | null;
  median: number | null;
  median_lower: number | null;
  median_upper: number | null;
  unit: string;
  conf: string;
  points: Point[];
};

const survival = async (name: string, ...words: string[]) =>
  (await runCommand(folder, 'survival', '--in', `${name}.muster`, ...words)).json as {
    curves: Curve[];
    logrank: { chi2: number; df: number; p: number } | null;
  };

function expectNear(found: number | null, expected: number | null, name: string): void {
  if (expected === null) expect(found, name).toBeNull();
  else expect(Math.abs(found! - expected), name).toBeLessThan(1e-9);
}

/** Every point that the reference has, by its time; the reference lists times at which somebody left or was censored. */
function expectCurve(curve: Curve, expected: ExpectedCurve, band: 'plain' | 'log' | 'log-log'): void {
  const { lower, upper, median } = expected.bands[band];
  expect(curve.n).toBe(expected.n);
  expect(curve.events).toBe(expected.events.reduce((sum, count) => sum + count, 0));
  expect(curve.points.map(({ time }) => time)).toEqual(expected.time);
  curve.points.forEach((point, i) => {
    const name = `${JSON.stringify(curve.by)} at ${point.time}`;
    expect([point.at_risk, point.events], name).toEqual([expected.at_risk[i], expected.events[i]]);
    expectNear(point.survival, expected.survival[i], `${name}: survival`);
    expectNear(point.se, expected.se[i], `${name}: se`);
    expectNear(point.lower, lower[i], `${name}: lower`);
    expectNear(point.upper, upper[i], `${name}: upper`);
  });
  [curve.median, curve.median_lower, curve.median_upper].forEach((found, i) =>
    expectNear(found, median[i], `median ${i}`),
  );
}

describe.each(Object.keys(CASES))('muster survival over %s', (name) => {
  it('gives the curves of the reference, through import and storage, in each kind of interval', async () => {
    const { json } = await runCommand(
      folder,
      'import',
      golden(name, 'spells.csv'),
      '--into',
      `${name}.muster`,
      '--kind',
      'spells',
      '--set',
      'unit=days',
    );
    expect(json.files).toMatchObject([{ kind: 'spells', quarantined: 0, duplicates: 0 }]);
    const expected = expectedOf(name);
    for (const conf of ['log-log', 'plain', 'log'] as const) {
      const { curves } = await survival(name, '--by', 'group', '--conf', conf);
      expect(curves.map(({ by }) => by['group']).sort()).toEqual(Object.keys(expected.curves).sort());
      for (const curve of curves) {
        expect(curve).toMatchObject({ unit: 'days', conf });
        expectCurve(curve, expected.curves[curve.by['group']], conf);
      }
    }
  });
});

const tested = Object.entries(CASES).flatMap(([name, test]) => (test === null ? [] : [[name, test] as const]));

it.each(tested)('muster survival over %s gives the test between groups', async (name, test) => {
  const { logrank } = await survival(name, '--by', 'group');
  const expected = expectedOf(name)[test]!;
  expect(logrank!.df).toBe(expected.df);
  expectNear(logrank!.chi2, expected.chi2, 'chi2');
  expectNear(logrank!.p, expected.p, 'p');
});

describe('muster survival', () => {
  it('gives the values at the times asked for, and the whole curve without', async () => {
    await runCommand(
      folder,
      'import',
      writeInto(folder, 'four.csv', csv('exit,left', '5,1', '6,0', '7,1', '9,0')),
      '--into',
      'four.muster',
      '--kind',
      'spells',
      '--set',
      'unit=months',
    );
    const { curves } = await survival('four', '--at', '6', '--at', '8');
    // 3 of 4 after the exit at 5; half of those at risk at 7 remain: 3/4 × 1/2
    expect(curves).toMatchObject([
      {
        by: {},
        n: 4,
        events: 2,
        censored: 2,
        unit: 'months',
        points: [
          { time: 6, survival: 0.75 },
          { time: 8, survival: 0.375 },
        ],
      },
    ]);
    expect((await survival('four')).curves[0].points.map(({ time }) => time)).toEqual([5, 6, 7, 9]);
  });

  it('hides few people in a clean room, and who would give them away, also behind a filter', async () => {
    const row = (unit: string) => (_: unknown, i: number) => `${unit}${i},2020-01-0${1 + (i % 9)},${unit},2024-01-01`;
    const people = ['Lab', 'ED', 'ICU'].flatMap((unit, i) => Array.from({ length: [3, 40, 120][i] }, row(unit)));
    // One person hired four times is not four people.
    const again = ['2010', '2012', '2014', '2016'].map((year) => `Pool1,${year}-01-01,Pool,${year}-06-01,2010-01-01`);
    const roster = csv('worker_id,hire_date,unit,term_date,observed_from', ...people.map((one) => `${one},2010-01-01`));
    const rehired = csv('worker_id,hire_date,unit,term_date,observed_from', ...again);
    const files = [writeInto(folder, 'roster.csv', roster), writeInto(folder, 'rehired.csv', rehired)];
    await runCommand(folder, 'import', ...files, '--into', 'few.muster', '--kind', 'roster');
    expect((await survival('few', '--by', 'unit')).curves.map(({ n }) => n)).toEqual([40, 120, 3, 4]);
    await runCommand(folder, 'clean-room', '--in', 'few.muster', '--on');
    const shown = async (...words: string[]) =>
      (await survival('few', ...words)).curves.map(({ by, n, points }) => [by['unit'] ?? '', n, points.length > 0]);
    expect(await shown('--by', 'unit')).toEqual([
      ['ED', null, false],
      ['ICU', 120, true],
      ['Lab', null, false],
      ['Pool', null, false],
    ]);
    expect(await shown('--where', 'unit=ED')).toEqual([['', null, false]]);
    expect(await shown('--where', 'unit=ICU')).toEqual([['', 120, true]]);
  });

  it('refuses an interval or a time that is none', async () => {
    await expect(survival('four', '--conf', 'wald')).rejects.toThrow(/--conf can be plain, log, log-log/);
    await expect(survival('four', '--at', 'soon')).rejects.toThrow(/--at takes a time/);
  });
});
