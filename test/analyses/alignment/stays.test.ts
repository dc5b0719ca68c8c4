import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import retention from '../../../main/analyses/alignment/dimensions/retention.dimension.ts';
import { horizonOf, StaysBySite, staysOf } from '../../../main/analyses/alignment/stays.ts';
import type { Stay } from '../../../main/analyses/alignment/stays.ts';
import { comparePostClose } from '../../../main/analyses/retention/post-close.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import { kaplanMeier } from '../../../main/stats/kaplan-meier.ts';
import { restrictedMean } from '../../../main/stats/restricted-mean.ts';
import { firstDayOfMonth } from '../../../main/model/civil-day.ts';
import type { Spell } from '../../../main/workforce/spell.ts';
import { anySpells, tableOf } from '../../stats/any-spells.ts';
import { AS_OF, factsOf, sites, spellAt, WINDOW } from './facts-of.ts';

const FROM = firstDayOfMonth(WINDOW.first);

describe('stays of the window', () => {
  const staying = (...spells: Spell[]) =>
    staysOf(factsOf(sites(1, 1), { spells: spells.map((spell) => ({ place: 0, spell })) }));

  it('run from the start of the window or from joining, to leaving or the day looked at', () => {
    expect(staying(spellAt(FROM - 900, FROM + 9), spellAt(AS_OF - 4, null), spellAt(FROM - 900, FROM - 1))).toEqual([
      { place: 0, entry: 0, exit: 10, left: 1 },
      { place: 0, entry: 0, exit: 5, left: 0 },
    ]);
  });

  it('count only from the day on which leaving would have been seen', () => {
    expect(staying({ ...spellAt(FROM - 10, null), observedFrom: FROM + 1 })).toMatchObject([{ entry: 1, left: 0 }]);
    expect(staying({ ...spellAt(FROM - 10, FROM), observedFrom: FROM + 1 })).toEqual([]);
  });

  it('end midway where the end lies between two snapshots', () => {
    // Seen on the tenth day and gone from the thirtieth on: the last day lies between 10 and 29, so on the 19th.
    expect(staying({ ...spellAt(FROM, FROM + 9), endBefore: FROM + 29 })).toMatchObject([{ exit: 19, left: 1 }]);
  });

  it('leave out per diem and outside workers, and know others without any type', () => {
    const typed = (codes: Record<string, string>): Spell => {
      const spell = spellAt(FROM, null);
      return { ...spell, segments: spell.segments.map((segment) => ({ ...segment, codes })) };
    };
    expect(staying(typed({ worker_class: 'internal', worker_type: 'per_diem' }))).toEqual([]);
    expect(staying(typed({ worker_class: 'external' }))).toEqual([]);
    expect(staying(typed({}))).toHaveLength(1);
  });
});

describe('the mean stay', () => {
  it('is that of Kaplan–Meier with delayed entry, whatever the sites', () => {
    fc.assert(
      fc.property(anySpells, (spells) => {
        // Whoever stays on keeps the curve from ending early.
        const all = [
          ...spells,
          ...Array.from({ length: 3 }, () => ({ entry: 0, exit: 90, left: 0 as const, group: 0 })),
        ];
        const table = new StaysBySite(
          3,
          all.map(({ group, ...stay }) => ({ place: group, ...stay })),
        );
        const curve = kaplanMeier(tableOf(all), { interval: 'log', confidence: 0.95 });
        const { mean } = restrictedMean(curve, { upTo: 60, confidence: 0.95 });
        expect(table.meanStay(Float64Array.from([1, 1, 1]), 60)).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('is not known beyond the day to which anybody was followed', () => {
    const table = new StaysBySite(1, [{ place: 0, entry: 0, exit: 20, left: 0 }]);
    expect(table.meanStay(Float64Array.of(1), 20)).toBe(20);
    expect(table.meanStay(Float64Array.of(1), 21)).toBeNull();
    expect(table.meanStay(Float64Array.of(0), 20)).toBeNull();
  });

  it('reaches as far as ten people are at risk on both sides', () => {
    const leaving = (place: number, count: number): Stay[] =>
      Array.from({ length: count }, (_, k) => ({ place, entry: 0, exit: 10 * (k + 1), left: 1 }));
    const facts = factsOf(sites(1, 1));
    // Twelve leave on days 10, 20, …: ten are still at risk on day 30, the other side has more.
    expect(horizonOf(facts, [...leaving(0, 12), ...leaving(1, 15)])).toBe(30);
    expect(horizonOf(facts, [...leaving(0, 9), ...leaving(1, 15)])).toBeNull();
  });
});

describe('the difference in retention', () => {
  it.each([
    [29, false],
    [30, true],
  ])('of people followed for %d days is measured: %s', (days, wanted) => {
    const spells = [0, 1].flatMap((place) =>
      Array.from({ length: 12 }, () => ({ place, spell: spellAt(AS_OF - days + 1, null) })),
    );
    expect(isMeasured(retention.measure(factsOf(sites(1, 1), { spells })))).toBe(wanted);
  });

  const anyEnd = fc.record({ day: fc.integer({ min: 0, max: 360 }), stays: fc.boolean(), gap: fc.nat({ max: 40 }) });
  const twelve = fc.array(anyEnd, { minLength: 12, maxLength: 30 });

  /** Somebody who came on the first day of the window, and may have left between two snapshots. */
  const since = (
    entity: string,
    entry: 'acquired' | 'hire',
    { day, stays, gap }: { day: number; stays: boolean; gap: number },
  ) => {
    const spell = spellAt(FROM, stays ? null : FROM + day);
    const segments = spell.segments.map((segment) => ({ ...segment, codes: { ...segment.codes, entity, job: 'RN' } }));
    return { ...spell, segments, entry, endBefore: stays || gap === 0 ? null : Math.min(FROM + day + gap, AS_OF) };
  };

  it('is the one that the analysis of acquired people gives for the same people', () => {
    fc.assert(
      fc.property(twelve, twelve, (ours, theirs) => {
        const count = Math.min(ours.length, theirs.length);
        const acquired = ours.slice(0, count).map((end) => since('East', 'acquired', end));
        const hired = theirs.slice(0, count).map((end) => since('West', 'hire', end));
        const facts = factsOf(sites(1, 1), {
          spells: [...acquired.map((spell) => ({ place: 0, spell })), ...hired.map((spell) => ({ place: 1, spell }))],
        });
        const { observedOf } = facts;
        const presences = presencesOf([...acquired, ...hired], {
          from: FROM,
          to: AS_OF,
          where: {},
          perDiem: false,
          observedOf,
        });
        const compared = comparePostClose(
          { entity: 'East', close: FROM, people: count },
          { presences, hiredPresences: presences, bandOf: () => 'one band' },
        );
        const outcome = retention.measure(facts);
        if (compared.kind === 'too_few' || !isMeasured(outcome))
          expect(isMeasured(outcome)).toBe(compared.kind === 'compared' && horizonOf(facts, staysOf(facts))! >= 30);
        else expect(outcome.value).toBeCloseTo(compared.difference.difference, 9);
      }),
    );
  });
});
