import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import type { AlignmentFacts, ShiftCell } from '../../../main/analyses/alignment/facts/facts.ts';
import { isDetected, patternChange } from '../../../main/analyses/alignment/money/pattern-change.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { factsOf, head, shift, sites } from './facts-of.ts';

type Worked = { own: number; outside: number; weeks?: number };

/** Shifts of one unit over some weeks: hours of own staff and of outside workers a week, up and down by an hour in turn. */
function worked(
  place: number,
  leadTime: string,
  { own, outside, weeks = 10 }: Worked,
  parts: Partial<ShiftCell> = {},
): ShiftCell {
  const sums = Array.from({ length: weeks }, (_, week) => {
    const more = week % 2 === 0 ? 1 : -1;
    return { week, worked: own + outside, outside: outside + (outside > 1 ? more : 0) };
  });
  return shift(place, weeks * (own + outside), { leadTime, weeks: sums, ...parts });
}

const places = sites(2, 2);
const late = '1 to 2 weeks';
const early = '4 to 6 weeks';
const model = [worked(2, early, { own: 90, outside: 10 }), worked(3, early, { own: 90, outside: 10 })];
/** The first unit posted late, then early; the second has only posted late. */
const own = [
  worked(0, late, { own: 60, outside: 40 }),
  worked(0, early, { own: 80, outside: 20 }),
  worked(1, late, { own: 60, outside: 40 }),
];
const excess = new Map([['RN', 1_000_000]]);
const factsWith = (shifts: readonly ShiftCell[], parts: Partial<AlignmentFacts> = {}) =>
  factsOf(places, { shifts, outsideExcess: () => excess, ...parts });
const moves = (cell: ShiftCell) => (cell.leadTime === late ? 1 : 0);

describe('what outside hours have to do with the pattern of a shift', () => {
  it('is learnt in units that have worked both ways, and priced wherever a shift would move', () => {
    const change = patternChange(factsWith([...own, ...model]), moves)!;
    // 20 of 100 hours outside where posted early, 40 of 100 where late, in the one unit with both.
    expect(change.ratio).toBeCloseTo(0.5, 12);
    expect(change.units).toBe(1);
    // Of 1,000 outside hours 800 are on late shifts, half of which would go: 40 % of what outside hours cost in excess.
    expect(change.money).toBeCloseTo(-400_000, 6);
    expect(change.lower).toBeLessThan(0.5);
    expect(change.upper).toBeGreaterThan(0.5);
    expect(isDetected(change)).toBe(true);
  });

  it('is not known where no unit has worked both ways, for too few weeks, or where nothing prices an outside hour', () => {
    expect(patternChange(factsWith([own[0], own[2], ...model]), moves)).toBeNull();
    const brief = [
      worked(0, late, { own: 60, outside: 40, weeks: 7 }),
      worked(0, early, { own: 80, outside: 20, weeks: 7 }),
    ];
    expect(patternChange(factsWith([...brief, ...model]), moves)).toBeNull();
    expect(patternChange(factsWith([...own, ...model], { outsideExcess: () => new Map() }), moves)).toBeNull();
  });

  it('holds jobs and units apart: one that is short of staff throughout says nothing', () => {
    const other = { unit: 'Ward' };
    const apart = [worked(0, late, { own: 60, outside: 40 }), worked(0, early, { own: 90, outside: 10 }, other)];
    expect(patternChange(factsWith([...apart, ...model]), moves)).toBeNull();
  });

  it('is part of the gap in scheduling only where chance does not explain it', () => {
    const scheduling = DIMENSIONS.find(({ definition }) => definition.metric === 'scheduling')!;
    const gapsOf = (shifts: readonly ShiftCell[]) => {
      const outcome = scheduling.measure(factsWith(shifts));
      if (!isMeasured(outcome)) throw new Error(outcome.note);
      return outcome.gaps.filter(({ id }) => id === 'outside_hours');
    };
    expect(gapsOf([...own, ...model])).toMatchObject([
      { label: 'More outside hours with its lead time', cost: -400_000, rests: 'difference', people: null },
    ]);
    const even = [worked(0, late, { own: 80, outside: 20 }), worked(0, early, { own: 80, outside: 20 }), own[2]];
    expect(gapsOf([...even, ...model])).toEqual([]);
  });
});

it('affects only people in jobs that shifts are known of', () => {
  const scheduling = DIMENSIONS.find(({ definition }) => definition.metric === 'scheduling')!;
  const staff = [head(0), head(0), head(1), head(1), head(0, { job: 'MGR' }), head(2)];
  const peopleOf = (job: string | null) => {
    const shifts = [shift(0, 4, { length: '8.0 h', job }), shift(2, 4, { length: '12.0 h', job })];
    const outcome = scheduling.measure(factsWith(shifts, { heads: staff }));
    if (!isMeasured(outcome)) throw new Error(outcome.note);
    return outcome.gaps[0].people;
  };
  expect(['RN', 'PORTER', null].map(peopleOf)).toEqual([4, null, 5]);
});
