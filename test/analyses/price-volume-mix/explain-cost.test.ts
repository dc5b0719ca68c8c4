import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainCost } from '../../../main/analyses/price-volume-mix/explain-cost.ts';
import { parsePeriod } from '../../../main/model/period.ts';
import type { Workspace } from '../../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { importFile, openWorkspace } from '../../support/workspace.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const folder = testFolder();
let workspace: Workspace;
/** Units with this many people, of whom each earns a little more than the one before. */
const UNITS: Record<string, number> = { ICU: 9, ED: 6, OR: 5, Hospice: 1 };

beforeAll(async () => {
  workspace = openWorkspace(join(folder, 'explain.muster'));
  const lines = Object.entries(UNITS).flatMap(([unit, people]) =>
    Array.from({ length: people }, (_, i) =>
      [
        `2025-01-15,regular,${8 + (i % 3)},${320 + i}.00`,
        `2025-02-15,regular,${9 - (i % 2)},${355 + 2 * i}.50`,
        `2025-02-16,ZZ,1,10.00`,
        `2025-02-17,paid_leave,8,300.00`,
      ].map((rest) => `${unit}${i},${rest},USD,Main,${unit},RN,${i % 4 === 3 ? 'agency' : 'employee_full_time'}`),
    ).flat(),
  );
  await importFile(
    workspace,
    writeInto(
      folder,
      'labor.csv',
      csv('worker_id,work_date,pay_code,hours,cost,currency,site,unit,job_code,worker_type', ...lines),
    ),
  );
});
afterAll(() => workspace.close());

const explain = (by: string[], where = {}) =>
  explainCost(workspace.view(), { before: parsePeriod('2025-01'), after: parsePeriod('2025-02'), where, by });

describe('the explanation of cost', () => {
  it('adds up to the change, and is the same whatever it is sliced by', () => {
    const { cells: _cells, ...whole } = explain([]);
    for (const by of [[], ['unit'], ['worker_class'], ['unit', 'worker_type'], ['job'], ['pay_class']]) {
      const change = explain(by);
      expect(change, by.join()).toMatchObject(whole);
      const { volume, substitution, otherMix, activity, rate, unpriced, nonProductive } = change;
      expect(volume + substitution + otherMix + activity + rate + unpriced + nonProductive).toBe(
        change.costAfter - change.costBefore,
      );
      for (const effect of ['volume', 'substitution', 'otherMix', 'activity', 'rate'] as const)
        expect(change.cells.reduce((sum, cell) => sum + cell[effect], 0) + 0, `${effect} by ${by.join()}`).toBe(
          change[effect] + 0,
        );
    }
  });

  it('merges a cell of few people with the next smallest, and says so', () => {
    const { cells } = explain(['unit']);
    expect(cells.map(({ by, suppressed }) => [by['unit'], suppressed])).toEqual([
      ['ED', false],
      ['ICU', false],
      ['suppressed', true],
    ]);
    expect(cells[2].hoursBefore).toBeCloseTo(8 + (8 + 9 + 10 + 8 + 9), 9);
  });

  it('keeps money of unmapped codes in the price and money of leave out of it', () => {
    const { nonProductive, costAfter } = explain([]);
    const people = Object.values(UNITS).reduce((sum, count) => sum + count, 0);
    expect(nonProductive).toBe(people * 30_000);
    const icu = explain(['unit']).cells.find(({ by }) => by['unit'] === 'ICU')!;
    expect(icu.costAfter).toBe(
      Array.from({ length: 9 }, (_, i) => 35_550 + 200 * i + 1_000).reduce((sum, cents) => sum + cents, 0),
    );
    expect(costAfter).toBeGreaterThan(icu.costAfter);
  });

  it('says nothing of few people, and refuses an unknown dimension', () => {
    expect(explain([], { unit: ['Hospice'] })).toMatchObject({
      absence: 'suppressed',
      currency: 'USD',
      costBefore: 0,
      costAfter: 0,
      cells: [],
    });
    expect(() => explain(['ward'])).toThrow(/"ward" is not a dimension/);
  });
});
