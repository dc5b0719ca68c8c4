import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellSums, MEASURES, MONTH_BASE } from '../../main/facts/cells.ts';
import type { SortedCells } from '../../main/facts/cells.ts';
import { packedValue } from '../../main/facts/packed.ts';
import { RecordSums } from '../../main/facts/staffing-records.ts';
import { WorkerMonthSums } from '../../main/facts/worker-months.ts';
import type { SortedWorkerMonths } from '../../main/facts/worker-months.ts';

const TUPLES = 700;
const anyLines = fc.array(
  fc.record({
    tuple: fc.nat({ max: TUPLES - 1 }),
    month: fc.integer({ min: 2024 * 12, max: 2026 * 12 }),
    payCode: fc.nat({ max: 300 }),
    worker: fc.nat({ max: 90_000 }),
    hours: fc.integer({ min: -8_000_000, max: 24_000_000 }),
    cost: fc.integer({ min: -100_000, max: 5_000_000 }),
  }),
  { maxLength: 2_500, size: 'max' },
);

function read(cells: SortedCells): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
    for (let i = cells.start[tuple]; i < cells.start[tuple + 1]; i++)
      found.set(
        `${tuple} ${cells.month[i] + MONTH_BASE} ${cells.payCode[i]}`,
        MEASURES.map((measure) => packedValue(cells[measure], i)),
      );
  }
  return found;
}

function readWorkers(months: SortedWorkerMonths): Map<string, number> {
  const found = new Map<string, number>();
  for (let tuple = 0; tuple + 1 < months.start.length; tuple++) {
    for (let i = months.start[tuple]; i < months.start[tuple + 1]; i++)
      found.set(
        `${tuple} ${months.month[i] + MONTH_BASE} ${packedValue(months.worker, i)}`,
        packedValue(months.cost, i),
      );
  }
  return found;
}

describe('monthly sums', () => {
  it('of lines in any order are those of a plain map, by tuple, month and pay code', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const sums = new CellSums();
        const expected = new Map<string, number[]>();
        for (const { tuple, month, payCode, hours, cost } of lines) {
          const cell = sums.cell(tuple, month, payCode);
          sums.add(cell, hours, cost, 1);
          sums.addRare('unknownHours', cell, hours);
          const key = `${tuple} ${month} ${payCode}`;
          const [h, c, r] = expected.get(key) ?? [0, 0, 0];
          expected.set(key, [h + hours, c + cost, r + 1]);
        }
        const found = read(sums.sorted(TUPLES));
        expect(found.size).toBe(expected.size);
        for (const [key, [hours, cost, rows]] of expected)
          expect(found.get(key), key).toEqual([hours, cost, rows, 0, hours, 0]);
      }),
      { numRuns: 15 },
    );
  });

  it('are the same bytes however the lines are ordered or cut into two rollups', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, cut) => {
        const add = (sums: CellSums, list: typeof lines) => {
          for (const { tuple, month, payCode, hours, cost } of list)
            sums.add(sums.cell(tuple, month, payCode), hours, cost, 1);
          return sums;
        };
        const whole = add(new CellSums(), lines).sorted(TUPLES);
        const at = cut % (lines.length + 1);
        const second = add(new CellSums(), lines.slice(at).toReversed());
        second.addSorted(add(new CellSums(), lines.slice(0, at)).sorted(TUPLES));
        expect(second.sorted(TUPLES)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('drop a cell whose lines cancel out to the last row', () => {
    const sums = new CellSums();
    const cell = sums.cell(3, 2025 * 12, 1);
    sums.add(cell, 8_000_000, 500, 1);
    sums.add(cell, -8_000_000, -500, -1);
    expect(read(sums.sorted(TUPLES)).size).toBe(0);
    sums.add(cell, 0, 0, 1);
    expect(read(sums.sorted(TUPLES)).size).toBe(1);
  });

  it('are sorted by tuple, then month, then pay code', () => {
    const sums = new CellSums();
    for (const [tuple, month, payCode] of [
      [2, 24_301, 1],
      [0, 24_301, 2],
      [0, 24_300, 9],
      [0, 24_301, 1],
    ])
      sums.add(sums.cell(tuple, month, payCode), 1, 1, 1);
    expect([...read(sums.sorted(3)).keys()]).toEqual(['0 24300 9', '0 24301 1', '0 24301 2', '2 24301 1']);
  });
});

describe('months of workers', () => {
  it('hold what each worker cost in each month and place, as a plain map does', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, cut) => {
        const at = cut % (lines.length + 1);
        const [first, second] = [new WorkerMonthSums(), new WorkerMonthSums()];
        const expected = new Map<string, number>();
        lines.forEach(({ tuple, month, worker, cost }, i) => {
          (i < at ? first : second).add(tuple, month, worker, cost);
          const key = `${tuple} ${month} ${worker}`;
          expected.set(key, (expected.get(key) ?? 0) + cost);
        });
        second.addSorted(first.sorted(TUPLES));
        expect(readWorkers(second.sorted(TUPLES))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('counts of aggregate records', () => {
  it('add records and census by set and month', () => {
    const sums = new RecordSums();
    sums.add(1, 24_300, 80_000_000);
    sums.add(1, 24_300, null);
    sums.add(0, 24_301, 5);
    sums.addMonths(sums.sorted());
    const { set, month, records, census, censusRecords } = sums.sorted();
    expect([...set]).toEqual([0, 1]);
    expect([...month]).toEqual([24_301, 24_300]);
    expect([[...records], [...census], [...censusRecords]]).toEqual([
      [2, 4],
      [10, 160_000_000],
      [2, 2],
    ]);
  });
});
