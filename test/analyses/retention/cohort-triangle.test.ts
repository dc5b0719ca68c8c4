import { describe, expect, it } from 'vitest';
import { cohortTriangle } from '../../../main/analyses/retention/cohort-triangle.ts';
import { staysOf } from '../../../main/analyses/retention/stays.ts';
import { parseIsoMonth } from '../../../main/model/civil-day.ts';
import { CALENDAR_YEAR } from '../../../main/model/period.ts';
import type { Spell } from '../../../main/workforce/spell.ts';
import { day, scope, spell } from './spells-by-hand.ts';

const TO = day('2025-12-31');

/** So many hired on one day, of whom some leave after so many days. */
const hired = (on: string, count: number, leavers: number, after: number): Spell[] =>
  Array.from({ length: count }, (_, i) =>
    spell({ start: day(on), end: i < leavers ? day(on) + after - 1 : undefined }),
  );

const triangle = (spells: readonly Spell[]) =>
  cohortTriangle(staysOf(spells, scope(day('2024-01-01'), TO)), {
    first: parseIsoMonth('2024-01')!,
    last: parseIsoMonth('2025-12')!,
    to: TO,
    calendar: CALENDAR_YEAR,
  });

const shares = (cells: { share?: number; absence?: string }[]) => cells.map(({ share, absence }) => share ?? absence);

describe('hire cohorts', () => {
  it('fill a cell once everybody of the quarter has been there so long, and leave later ones blank', () => {
    const cohorts = triangle([...hired('2024-02-01', 10, 3, 100), ...hired('2025-05-15', 8, 2, 91)]);
    const [first] = cohorts;
    expect(cohorts.map(({ quarter }) => quarter.label).join(' ')).toBe(
      '2024-Q1 2024-Q2 2024-Q3 2024-Q4 2025-Q1 2025-Q2 2025-Q3 2025-Q4',
    );
    expect(first.hired).toBe(10);
    // By the end of 2025 the last of a first quarter (31 March 2024) has 641 days: two years are not reached.
    expect(shares(first.cells)).toEqual([1, 0.7, 0.7, 0.7, 0.7, 'not_reached', 'not_reached']);
    // The second quarter of 2025 ends 185 days before the end: three and six months are reached.
    expect(shares(cohorts[5].cells).slice(0, 3)).toEqual([0.75, 0.75, 'not_reached']);
  });

  it('count who moved out of scope or was sold off for as long as they were there', () => {
    const cohort = hired('2024-02-01', 10, 4, 100).map((one, i) =>
      i < 2 ? { ...one, exit: 'divested' as const } : one,
    );
    // Two of ten are out of sight at day 100, two leave: 1 − 2 ÷ 10, since who goes at a day is at risk on it.
    expect(shares(triangle(cohort)[0].cells)[1]).toBeCloseTo(0.8, 12);
  });

  it('leave acquired people out: they are no hires', () => {
    const acquired = hired('2024-02-01', 10, 0, 0).map((one) => ({ ...one, entry: 'acquired' as const }));
    expect(triangle(acquired)[0]).toMatchObject({ hired: 0 });
  });

  it('hide a cohort of fewer than five, and one more so that the sum of hires does not give it away', () => {
    const cohorts = triangle([
      ...hired('2024-02-01', 4, 1, 10),
      ...hired('2024-05-01', 6, 1, 10),
      ...hired('2024-08-01', 20, 1, 10),
    ]);
    expect(cohorts.slice(0, 3).map(({ hired: count }) => count)).toEqual([null, null, 20]);
    expect(shares(cohorts[1].cells)).toEqual(Array.from({ length: 7 }, () => 'too_few'));
  });
});
