import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../main/stats/aalen-johansen.ts';
import type { CompetingSpells } from '../../main/stats/aalen-johansen.ts';
import { kaplanMeier } from '../../main/stats/kaplan-meier.ts';
import { anySpells, tableOf } from './any-spells.ts';
import type { Spell } from './any-spells.ts';

const options = { interval: 'plain', confidence: 0.95 } as const;
/** The group of a spell serves as its way out. */
const competing = (spells: Spell[]): CompetingSpells => ({
  entry: spells.map(({ entry }) => entry),
  exit: spells.map(({ exit }) => exit),
  cause: spells.map(({ left, group }) => (left === 1 ? 1 + group : 0)),
  causes: 3,
});

describe('Aalen–Johansen incidence of competing exits', () => {
  it('shares out who left, by way, where nobody is censored', () => {
    const curves = aalenJohansen({ entry: [0, 0, 0, 0], exit: [1, 2, 2, 3], cause: [1, 2, 1, 2], causes: 2 }, options);
    expect([...curves.causes[0].incidence]).toEqual([0.25, 0.5, 0.5]);
    expect([...curves.causes[1].incidence]).toEqual([0, 0.25, 0.5]);
    expect(curves.causes[0].se[2]).toBeCloseTo(Math.sqrt(0.25 / 4), 14);
  });

  it('adds up with survival to everybody', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const { survival, causes } = aalenJohansen(competing(spells), options);
        survival.forEach((share, step) => {
          const left = causes.reduce((sum, { incidence }) => sum + incidence[step], 0);
          expect(share + left).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  it('has the survival of Kaplan and Meier', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const curve = kaplanMeier(tableOf(spells), options);
        expect(aalenJohansen(competing(spells), options).survival).toEqual(curve.survival);
      }),
    );
  });

  it('has the error of Greenwood where there is one way out and nobody enters late', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const oneWay = spells.map((spell) => ({ ...spell, entry: 0, group: 0 }));
        const [only] = aalenJohansen(competing(oneWay), options).causes;
        const { survival, se } = kaplanMeier(tableOf(oneWay), options);
        const defined = survival[survival.length - 1] === 0 ? se.length - 1 : se.length;
        for (let step = 0; step < defined; step++) expect(only.se[step]).toBeCloseTo(se[step], 12);
      }),
    );
  });

  it('permutes its curves when ways out are relabelled', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        const turned = spells.map((spell) => ({ ...spell, group: 2 - spell.group }));
        const causes = aalenJohansen(competing(spells), options).causes;
        expect(aalenJohansen(competing(turned), options).causes).toEqual(causes.toReversed());
      }),
    );
  });

  it('does not take another way out for censoring, which would add up to too much', () => {
    const spells = { entry: [0, 0, 0, 0], exit: [1, 2, 3, 4], cause: [1, 2, 1, 2], causes: 2 };
    const first = aalenJohansen(spells, options).causes[0].incidence[3];
    const asCensoring = kaplanMeier(
      tableOf(spells.exit.map((exit, i) => ({ entry: 0, exit, left: spells.cause[i] === 1 ? 1 : 0 }))),
      options,
    );
    expect(first).toBe(0.5);
    expect(1 - asCensoring.survival[3]).toBeGreaterThan(0.5);
  });

  it('has a flat incidence for a way nobody took, and empty curves without spells', () => {
    const unused = aalenJohansen({ entry: [0], exit: [3], cause: [1], causes: 2 }, options);
    expect([...unused.causes[1].incidence, ...unused.causes[1].se]).toEqual([0, 0]);
    const empty = aalenJohansen({ entry: [], exit: [], cause: [], causes: 1 }, options);
    expect(empty.time).toHaveLength(0);
  });

  it('refuses a way out of range, by spell', () => {
    const odd = { entry: [0, 0], exit: [3, 4], cause: [1, 3], causes: 2 };
    expect(() => aalenJohansen(odd, options)).toThrow(/Spell 1/);
  });
});
