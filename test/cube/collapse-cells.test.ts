import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseCells } from '../../main/cube/collapse-cells.ts';
import { monthBuckets } from '../../main/cube/month-buckets.ts';
import { CellReader } from '../../main/cube/sum-cells.ts';
import type { Totals } from '../../main/cube/sum-cells.ts';
import { summableCells } from '../../main/cube/summable-cells.ts';
import { CellSums } from '../../main/facts/cells.ts';

const TUPLES = 6;
const FIRST = 2025 * 12;
/** Tuples by what a question tells apart, and by what it asks for: groups of those groups. */
const KIND = Int32Array.from([0, 1, 0, 2, 1, 0]);
const ASKED = Int32Array.from([0, -1, 0, 1, -1, 0]);
const FIRSTS = [0, 1, 3];
const SUMS = ['hours', 'cost', 'rows', 'continuedRows', 'unknownHours', 'load', 'hourlessCost'] as const;

const anyLines = fc.array(
  fc.record({
    tuple: fc.nat({ max: TUPLES - 1 }),
    month: fc.integer({ min: FIRST, max: FIRST + 4 }),
    payCode: fc.integer({ min: 0, max: 2 }),
    hours: fc.nat({ max: 3 }),
    cost: fc.integer({ min: -5, max: 500 }),
    continues: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
);

describe('cells that are added up over what a question does not tell apart', () => {
  it('answer the question as all cells do, with records of several months counted once', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const sums = new CellSums();
        for (const { tuple, month, payCode, hours, cost, continues } of lines) {
          const cell = sums.cell(tuple, month, payCode);
          sums.add(cell, hours, cost, 1);
          if (continues) sums.addRare('continuedRows', cell, 1);
          if (cost === 0) sums.addRare('unknownHours', cell, hours);
        }
        const sorted = sums.sorted(TUPLES);
        const load = Float64Array.from(sorted.month, (_, i) => i * 0.25);
        const none = () => new Float64Array(load.length);
        const cells = summableCells(sorted, {
          load: () => load,
          variableLoad: none,
          overtimePremium: none,
          unratedHours: none,
        });
        const split = {
          groups: 2,
          months: monthBuckets([
            { first: FIRST, last: FIRST + 1 },
            { first: FIRST + 3, last: FIRST + 4 },
          ]),
          categoryOf: Int16Array.from([0, -1, 1]),
          categories: 2,
        };
        const all = new CellReader(cells).sum({ ...split, groupOf: ASKED });
        const few = new CellReader(collapseCells(cells, KIND, FIRSTS.length)).sum({
          ...split,
          groupOf: Int32Array.from(FIRSTS, (tuple) => ASKED[tuple]),
        });
        expect(sumsOf(few)).toEqual(sumsOf(all));
      }),
    );
  });

  it('are one for each month and pay code, however many tuples fall together', () => {
    const sums = new CellSums();
    for (let tuple = 0; tuple < TUPLES; tuple++) sums.add(sums.cell(tuple, FIRST + (tuple % 2), 1), 1, 100, 1);
    const none = () => new Float64Array(TUPLES);
    const extras = { load: none, variableLoad: none, overtimePremium: none, unratedHours: none };
    const collapsed = collapseCells(summableCells(sums.sorted(TUPLES), extras), new Int32Array(TUPLES), 1);
    expect([...collapsed.start]).toEqual([0, 2]);
    expect([...collapsed.columns.get('cost')]).toEqual([300, 300]);
  });
});

function sumsOf({ columns }: Totals): Record<string, number[]> {
  return Object.fromEntries(SUMS.map((sum) => [sum, [...columns.get(sum)]]));
}
