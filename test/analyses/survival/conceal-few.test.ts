import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenCurves } from '../../../main/analyses/survival/conceal-few.ts';
import type { CountedSpells } from '../../../main/analyses/survival/conceal-few.ts';
import { toldTimes } from '../../../main/analyses/survival/told-times.ts';

const UNITS = ['ED', 'ICU', 'Lab'];
type Spell = { unit: number; exit: number; left: 0 | 1 };

const anySpells = fc.array(
  fc.record({
    unit: fc.nat({ max: UNITS.length - 1 }),
    exit: fc.integer({ min: 1, max: 40 }),
    left: fc.constantFrom<0 | 1>(0, 1),
  }),
  { minLength: 30, maxLength: 150, size: 'max' },
);

function countedBy(spells: readonly Spell[], by: readonly string[]): CountedSpells {
  const isSplit = by.includes('unit');
  return {
    group: spells.map(({ unit }) => (isSplit ? unit : 0)),
    groups: isSplit ? UNITS.map((unit) => ({ unit })) : [{}],
    entry: spells.map(() => 0),
    exit: spells.map(({ exit }) => exit),
    left: spells.map(({ left }) => left),
  };
}

it('leaves no single unit hidden at a told time, nor hidden ones that are few together', () => {
  fc.assert(
    fc.property(anySpells, (spells) => {
      const spellsBy = ({ by }: { by: readonly string[] }) => countedBy(spells, by);
      const times = toldTimes(spellsBy({ by: [] }));
      const hides = hiddenCurves({ by: ['unit'], where: {} }, { spellsBy, times });
      const [whole] = hiddenCurves({ by: [], where: {} }, { spellsBy, times });
      for (const [at, time] of times.entries()) {
        const after = times[at - 1] ?? 0;
        const leaving = UNITS.map(
          (_, unit) =>
            spells.filter((one) => one.unit === unit && one.left && one.exit > after && one.exit <= time).length,
        );
        const told = hides.map(({ points }) => !points[at]);
        for (const [unit, count] of leaving.entries()) if (told[unit]) expect(count === 0 || count >= 5).toBe(true);
        if (whole.points[at]) continue;
        const hidden = leaving.filter((_, unit) => !told[unit]).reduce((sum, count) => sum + count, 0);
        expect(hidden === 0 || hidden >= 5).toBe(true);
      }
    }),
  );
});

it('tells at times between which enough of all leave, whatever the split', () => {
  const exit = Array.from({ length: 22 }, (_, k) => k + 1);
  const left = exit.map(() => 1);
  // Six of twenty-two make a quarter; the last four stay untold.
  expect(toldTimes({ exit, left })).toEqual([6, 12, 18]);
  expect(toldTimes({ exit: exit.slice(0, 4), left: left.slice(0, 4) })).toEqual([]);
});
