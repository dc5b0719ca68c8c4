import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../main/contract/figure.ts';
import type { People } from '../../main/cube/people.ts';
import { hiddenFigures } from '../../main/metrics/hidden-figures.ts';
import type { PeopleTable } from '../../main/metrics/hidden-figures.ts';
import { SMALLEST_GROUP } from '../../main/metrics/suppression.ts';

/** Somebody with a unit and a job, and the months in which they are there. */
type Person = { codes: Record<string, string>; months: number[] };

const DIMENSIONS = ['job', 'unit'];

const alike = (count: number): People => ({
  count,
  cost: 100 * count,
  largest: count > 0 ? 100 : 0,
  second: count > 1 ? 100 : 0,
});

/** Groups of some people by some dimensions, with their numbers by month. */
function count(people: readonly Person[], dimensions: readonly string[], where: Filter, months: number): PeopleTable {
  const groups = new Map<string, { codes: string[]; counts: number[] }>();
  if (dimensions.length === 0) groups.set('', { codes: [], counts: Array<number>(months).fill(0) });
  for (const { codes, months: there } of people) {
    if (!Object.entries(where).every(([id, wanted]) => wanted.includes(codes[id]))) continue;
    const own = dimensions.map((id) => codes[id]);
    const name = own.join(' ');
    if (!groups.has(name)) groups.set(name, { codes: own, counts: Array<number>(months).fill(0) });
    for (const month of there) groups.get(name)!.counts[month]++;
  }
  const all = [...groups.values()].sort((a, b) => (a.codes.join(' ') < b.codes.join(' ') ? -1 : 1));
  return { codes: all.map(({ codes }) => codes), grid: all.map(({ counts }) => counts.map(alike)) };
}

function ask(people: readonly Person[], by: readonly string[], where: Filter = {}, months = 1) {
  const { codes, grid } = count(people, by, where, months);
  const hidden = hiddenFigures({ by, where, groups: codes }, (dimensions) => count(people, dimensions, {}, months));
  return codes.map((own, g) => ({ codes: own, people: grid[g].map((cell) => cell.count), hidden: hidden[g] }));
}

const staff = (number: number, unit: string, job: string): Person[] =>
  Array.from({ length: number }, () => ({ codes: { unit, job }, months: [0] }));
const shownOf = (figures: ReturnType<typeof ask>) =>
  figures.filter(({ hidden }) => !hidden[0]).map(({ codes }) => codes.join(' '));

describe('figures of small groups', () => {
  // 3 in Lab; ED is hidden beside it.
  const people = [...staff(3, 'Lab', 'Tech'), ...staff(8, 'ED', 'RN'), ...staff(20, 'ICU', 'RN')];

  it('are hidden behind a filter as they are in a table', () => {
    expect(shownOf(ask(people, ['unit']))).toEqual(['ICU']);
    for (const unit of ['Lab', 'ED']) expect(shownOf(ask(people, [], { unit: [unit] }))).toEqual([]);
    expect(ask(people, [], { unit: ['ICU'] })[0].hidden).toEqual([false]);
  });

  it('are not shown together with a large one, from which they would follow', () => {
    expect(ask(people, [], { unit: ['ICU', 'Lab'] })[0].hidden).toEqual([true]);
    expect(ask(people, [], { unit: ['ICU', 'ED'] })[0].hidden).toEqual([true]);
  });

  it('are shown together where the rest of a total gives the same', () => {
    expect(ask(people, [], { unit: ['ED', 'Lab'] })[0].hidden).toEqual([false]);
    expect(ask(people, [], { unit: ['ED', 'ICU', 'Lab'] })[0].hidden).toEqual([false]);
  });

  it('hide the parts of what is hidden as a whole', () => {
    const split = [
      ...staff(3, 'Lab', 'Tech'),
      ...staff(5, 'ED', 'RN'),
      ...staff(5, 'ED', 'MD'),
      ...staff(30, 'ICU', 'RN'),
    ];
    expect(shownOf(ask(split, ['unit']))).toEqual(['ICU']);
    expect(shownOf(ask(split, ['unit', 'job']))).not.toContain('ED MD');
  });

  it('are hidden where nobody else is there at all', () => {
    expect(ask(staff(4, 'Lab', 'Tech'), [])[0].hidden).toEqual([true]);
    expect(shownOf(ask(staff(4, 'Lab', 'Tech'), ['unit', 'job']))).toEqual([]);
  });

  it('are not left to the grand total, where the rest of their line and of their column is hidden', () => {
    // Only ED, RN and everybody are told; 1 in Lab, Clerk is everybody − ED − RN + (ED, RN).
    const split = [
      ...staff(5, 'ED', 'RN'),
      ...staff(4, 'ED', 'Clerk'),
      ...staff(1, 'ED', 'Tech'),
      ...staff(4, 'Lab', 'RN'),
      ...staff(1, 'Lab', 'Clerk'),
      ...staff(1, 'Pool', 'RN'),
    ];
    expect(shownOf(ask(split, ['unit']))).toEqual(['ED']);
    expect(shownOf(ask(split, ['job']))).toEqual(['RN']);
    expect(ask(split, [])[0].hidden).toEqual([false]);
    expect(shownOf(ask(split, ['unit', 'job']))).toEqual([]);
  });

  it('are not hidden beside a cell that is told as the whole of its job', () => {
    // All five aides are in the ICU and told as a job: ICU − aides − RN − MD would be the one clerk.
    const split = [
      ...staff(1, 'ICU', 'Clerk'),
      ...['Aide', 'RN', 'MD'].flatMap((job) => staff(5, 'ICU', job)),
      ...['RN', 'MD'].flatMap((job) => staff(4, 'ED', job)),
      ...staff(3, 'ED', 'Tech'),
      ...['RN', 'MD', 'Tech'].flatMap((job) => staff(1, 'Lab', job)),
    ];
    expect(shownOf(ask(split, ['unit']))).toEqual(['ICU']);
    expect(shownOf(ask(split, ['job']))).toEqual(['Aide', 'MD', 'RN']);
    expect(shownOf(ask(split, ['unit', 'job']))).toHaveLength(1);
  });

  it('come to the same in whichever order dimensions are asked for', () => {
    const split = [...people, ...staff(4, 'ICU', 'MD'), ...staff(6, 'ED', 'MD')];
    const names = (by: string[]) => shownOf(ask(split, by)).map((name) => name.split(' ').sort().join(' '));
    expect(names(['unit', 'job']).sort()).toEqual(names(['job', 'unit']).sort());
  });
});

/** Up to sixty people in up to five units and jobs, most of them in the first. */
const anyStaff = fc
  .array(
    fc.record({ unit: fc.nat({ max: 24 }), job: fc.nat({ max: 24 }) }).map(({ unit, job }): Person => ({
      codes: { unit: `unit ${Math.floor(Math.sqrt(unit))}`, job: `job ${Math.floor(Math.sqrt(job))}` },
      months: [0],
    })),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
  .filter((people) => people.length > 0);

/** Whether the sum over some cells follows from the sums over others, by elimination modulo a prime. */
function follows(sums: readonly (readonly string[])[], wanted: readonly string[]): boolean {
  const prime = 1_000_003n;
  const cells = [...new Set([...sums.flat(), ...wanted])];
  const rowOf = (sum: readonly string[]) => cells.map((cell) => (sum.includes(cell) ? 1n : 0n));
  const power = (base: bigint, exponent: bigint): bigint =>
    exponent === 0n ? 1n : (power((base * base) % prime, exponent / 2n) * (exponent % 2n === 1n ? base : 1n)) % prime;
  const basis: { at: number; row: bigint[] }[] = [];
  const reduced = (start: bigint[]) =>
    basis.reduce((row, { at, row: other }) => {
      const factor = row[at];
      return factor === 0n ? row : row.map((value, i) => (value + (prime - factor) * other[i]) % prime);
    }, start);
  for (const sum of sums) {
    const row = reduced(rowOf(sum));
    const at = row.findIndex((value) => value !== 0n);
    if (at >= 0) basis.push({ at, row: row.map((value) => (value * power(row[at], prime - 2n)) % prime) });
  }
  return reduced(rowOf(wanted)).every((value) => value === 0n);
}

const cellOf = ({ codes }: Person) => `${codes['unit']}, ${codes['job']}`;

describe('everything published of any people together', () => {
  it('reveals no small unit: neither rows, nor filters to one or two units, nor their differences', () => {
    fc.assert(
      fc.property(anyStaff, (people) => {
        const units = [...new Set(people.map(({ codes }) => codes['unit']))];
        const wheres = [{}, ...units.map((unit) => ({ unit: [unit] })), ...pairsOf(units).map((unit) => ({ unit }))];
        const published = [
          ...ask(people, ['unit']).flatMap(({ codes, hidden }) => (hidden[0] ? [] : [codes])),
          ...wheres.flatMap((where: Filter) =>
            ask(people, [], where).flatMap(({ hidden }) => (hidden[0] ? [] : [where['unit'] ?? units])),
          ),
        ];
        for (const unit of units) {
          const size = people.filter(({ codes }) => codes['unit'] === unit).length;
          if (size < SMALLEST_GROUP) expect(follows(published, [unit])).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reveals no small cell of a table of units by jobs that its margins do not reveal by themselves', () => {
    fc.assert(
      fc.property(anyStaff, (people) => {
        const cells = [...new Set(people.map(cellOf))];
        const among = (by: readonly string[]) =>
          ask(people, by).flatMap(({ codes, hidden }) =>
            hidden[0]
              ? []
              : [
                  cells.filter((cell) =>
                    people.some((one) => cellOf(one) === cell && by.every((id, i) => one.codes[id] === codes[i])),
                  ),
                ],
          );
        const margins = [[], ['unit'], ['job']].flatMap(among);
        const all = [...margins, ...among(DIMENSIONS)];
        for (const cell of cells) {
          const size = people.filter((one) => cellOf(one) === cell).length;
          if (size < SMALLEST_GROUP && !follows(margins, [cell])) expect(follows(all, [cell]), cell).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function pairsOf(codes: readonly string[]): string[][] {
  return codes.flatMap((one, i) => codes.slice(i + 1).map((other) => [one, other]));
}
