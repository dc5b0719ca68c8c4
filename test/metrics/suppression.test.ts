import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { People } from '../../main/cube/people.ts';
import { hideGroups, revealsSomebody, SMALLEST_GROUP } from '../../main/metrics/suppression.ts';

/** People who cost this much each. */
function paid(...costs: number[]): People {
  const [largest = 0, second = 0] = [...costs].sort((a, b) => b - a);
  return { count: costs.length, cost: costs.reduce((sum, cost) => sum + cost, 0), largest, second };
}

const alike = (count: number) => paid(...Array.from({ length: count }, () => 100));
const codes = (count: number) => Array.from({ length: count }, (_, i) => [String(i)]);

describe('a group of people', () => {
  it('reveals somebody below five, and nobody when it is empty', () => {
    expect([0, 1, 4, 5, 60].map((count) => revealsSomebody(alike(count)))).toEqual([false, true, true, false, false]);
  });

  it('reveals the executive among six', () => {
    expect(revealsSomebody(paid(5_000, 50, 50, 50, 50, 50))).toBe(true);
    expect(revealsSomebody(paid(60, 50, 50, 50, 50, 50))).toBe(false);
  });

  it('is dominated when all but the two dearest come to less than 15% of the dearest', () => {
    expect(revealsSomebody(paid(1_000, 900, 50, 50, 49))).toBe(true);
    expect(revealsSomebody(paid(1_000, 900, 50, 50, 50))).toBe(false);
  });

  it('without any pay reveals nobody’s', () => {
    expect(revealsSomebody(paid(0, 0, 0, 0, 0))).toBe(false);
  });
});

describe('a table of groups', () => {
  it('hides nothing where all groups are large', () => {
    expect(hideGroups(codes(3), [[alike(5)], [alike(9)], [alike(12)]])).toEqual([[false], [false], [false]]);
  });

  it('hides a second group, the next smallest, so that subtraction from the total gives nothing away', () => {
    expect(hideGroups(codes(4), [[alike(20)], [alike(3)], [alike(8)], [alike(9)]])).toEqual([
      [false],
      [true],
      [true],
      [false],
    ]);
  });

  it('hides on until what is hidden has at least five people', () => {
    expect(hideGroups(codes(4), [[alike(1)], [alike(1)], [alike(6)], [alike(9)]])).toEqual([
      [true],
      [true],
      [true],
      [false],
    ]);
  });

  it('hides on until what is hidden is not one executive’s pay', () => {
    const executive = paid(9_000);
    const assistants = paid(40, 40, 40, 40, 40);
    const nurses = paid(...Array.from({ length: 30 }, () => 90));
    expect(hideGroups(codes(3), [[executive], [assistants], [nurses]])).toEqual([[true], [true], [true]]);
  });

  it('does not count a group without people among the hidden', () => {
    expect(hideGroups(codes(3), [[alike(2)], [alike(0)], [alike(7)]])).toEqual([[true], [false], [true]]);
  });

  it('hides a second month of a group as well, because the year minus the other months is a month', () => {
    expect(hideGroups(codes(1), [[alike(3), alike(9), alike(8), alike(9)]])[0]).toEqual([true, false, true, false]);
  });

  it('does not take three people in two months for six', () => {
    expect(hideGroups(codes(1), [[alike(3), alike(3), alike(9), alike(9)]])[0]).toEqual([true, true, true, false]);
  });
});

/** One group per combination of a site and a job, and some periods, with few and many people. */
const anyTable = fc
  .record({
    sites: fc.integer({ min: 1, max: 4 }),
    jobs: fc.integer({ min: 1, max: 4 }),
    periods: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ sites, jobs, periods }) =>
    fc.record({
      codes: fc.constant(
        Array.from({ length: sites * jobs }, (_, g) => [`site ${g % sites}`, `job ${Math.floor(g / sites)}`]),
      ),
      grid: fc.array(
        fc.array(fc.oneof(fc.constantFrom(0, 1, 2, 3, 4), fc.integer({ min: 5, max: 40 })), {
          minLength: periods,
          maxLength: periods,
        }),
        { minLength: sites * jobs, maxLength: sites * jobs },
      ),
    }),
  )
  .map(({ codes: names, grid }) => ({ names, grid: grid.map((row) => row.map(alike)) }));

/** Sets of cells whose sum is another figure that may be shown: all that agree but for one dimension, or but for the period. */
function margins(names: string[][], periods: number): string[][] {
  const sets = new Map<string, string[]>();
  names.forEach(([site, job], g) => {
    for (let p = 0; p < periods; p++) {
      for (const margin of [`site ${job} ${p}`, `job ${site} ${p}`, ...(periods > 1 ? [`period ${g}`] : [])])
        sets.set(margin, [...(sets.get(margin) ?? []), `${g} ${p}`]);
    }
  });
  return [...sets.values()];
}

/**
 * Hidden cells that follow by elimination from the totals of all margins of which something is shown: those whose unit
 * vector lies in the span of the margins.
 */
function derivable(names: string[][], hidden: boolean[][], peopled: (name: string) => boolean): string[] {
  const unknown = hidden.flatMap((row, g) => row.flatMap((hide, p) => (hide ? [`${g} ${p}`] : [])));
  const shown = margins(names, hidden[0]?.length ?? 0).filter((cells) =>
    cells.some((name) => !unknown.includes(name) && peopled(name)),
  );
  const rows: number[][] = shown
    .map((cells) => unknown.map((name) => (cells.includes(name) ? 1 : 0)))
    .filter((row: number[]) => row.includes(1));
  let rank = 0;
  for (let column = 0; column < unknown.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && Math.abs(row[column]) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
    const head = rows[rank][column];
    rows[rank] = rows[rank].map((value) => value / head);
    rows.forEach((row, i) => {
      const factor = row[column];
      if (i !== rank && Math.abs(factor) > 1e-9) rows[i] = row.map((value, at) => value - factor * rows[rank][at]);
    });
    rank++;
  }
  return rows
    .slice(0, rank)
    .filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1)
    .map((row) => unknown[row.findIndex((value) => Math.abs(value) > 1e-9)]);
}

describe('any table', () => {
  it('hides every group that reveals somebody, and nothing where none does', () => {
    fc.assert(
      fc.property(anyTable, ({ names, grid }) => {
        const hidden = hideGroups(names, grid);
        grid.forEach((row, g) =>
          row.forEach((people, p) => expect(hidden[g][p] || !revealsSomebody(people)).toBe(true)),
        );
        if (!grid.flat().some(revealsSomebody)) expect(hidden.flat().some(Boolean)).toBe(false);
      }),
    );
  });

  it('hides at least two groups of at least five people in every margin, or all that there are', () => {
    fc.assert(
      fc.property(anyTable, ({ names, grid }) => {
        const hidden = hideGroups(names, grid);
        for (const cells of margins(names, grid[0].length)) {
          const members = cells.map((name) => name.split(' ').map(Number) as [number, number]);
          const peopled = members.filter(([g, p]) => grid[g][p].count > 0);
          const hiding = members.filter(([g, p]) => hidden[g][p]);
          if (hiding.length === 0 || hiding.length === peopled.length) continue;
          expect(hiding.length).toBeGreaterThanOrEqual(2);
          expect(hiding.reduce((sum, [g, p]) => sum + grid[g][p].count, 0)).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        }
      }),
    );
  });

  it('lets no small group be worked out from the totals of all margins together, over any number of periods', () => {
    const anyPair = anyTable.map(({ grid }) => ({ names: grid.map((_, g) => [`site ${g}`, 'job']), grid }));
    fc.assert(
      fc.property(anyPair, ({ names, grid }) => {
        const at = (name: string) => name.split(' ').map(Number);
        const peopled = (name: string) => grid[at(name)[0]][at(name)[1]].count > 0;
        const small = (name: string) => revealsSomebody(grid[at(name)[0]][at(name)[1]]);
        expect(derivable(names, hideGroups(names, grid), peopled).filter(small)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
