import { describe, expect, it } from 'vitest';
import { acquisitionsOf, comparePostClose } from '../../../main/analyses/retention/post-close.ts';
import { presencesOf } from '../../../main/analyses/retention/presences.ts';
import type { Spell } from '../../../main/workforce/spell.ts';
import { day, scope, spell } from './spells-by-hand.ts';

const CLOSE = day('2025-03-01');
const END = CLOSE + 399;
const anyBand = () => 'one band';

/** Thirty people of a job from a day on; person i leaves after `each` × i days, the first `leavers` of them. */
function thirty(
  from: number,
  { entity, each, leavers, ...more }: { entity: string; each: number; leavers: number } & Partial<Spell>,
): Spell[] {
  return Array.from({ length: 30 }, (_, i) => ({
    ...spell({
      start: from,
      end: i < leavers ? from + each * (i + 1) - 1 : undefined,
      codes: { entity, job: 'RN' },
      baseRate: 4000 + i,
    }),
    ...more,
  }));
}

const acquired = thirty(CLOSE, {
  entity: 'Bayside',
  each: 10,
  leavers: 12,
  entry: 'acquired',
  serviceFrom: CLOSE - 2000,
});
const hired = thirty(CLOSE, { entity: 'Hill', each: 25, leavers: 8 });

function compare(spells: readonly Spell[], bandOf: (rate: number | null) => string = anyBand) {
  const presences = presencesOf(spells, scope(CLOSE - 200, END));
  const [acquisition] = acquisitionsOf(presences);
  return comparePostClose(acquisition, {
    presences,
    hiredPresences: presences,
    bandOf: ({ baseRate }) => bandOf(baseRate),
  });
}

describe('retention after the close', () => {
  it('is the difference of the mean days in post within a year, with its interval and the log-rank test', () => {
    const found = compare([...acquired, ...hired]);
    expect(found).toMatchObject({
      kind: 'compared',
      acquisition: { entity: 'Bayside', close: CLOSE, people: 30 },
      hires: 30,
      pairs: 30,
      crosses: false,
    });
    if (found.kind !== 'compared') return;
    // Worked out from the textbook formulas in Python with NumPy and SciPy: test/golden/post-close.
    expect(found.difference.upTo).toBe(365);
    expect(found.difference.difference).toBeCloseTo(-52.66666666666666, 9);
    expect(found.difference.lower).toBeCloseTo(-120.01223423027957, 6);
    expect(found.difference.upper).toBeCloseTo(14.67890089694626, 6);
    expect(found.p).toBeCloseTo(0.19349132115997522, 9);
  });

  it('counts days since the close, not since the hire by the former owner', () => {
    const found = compare([...acquired, ...hired]);
    expect(found.kind === 'compared' && found.acquired.entryTime[0]).toBe(0);
    expect(found.kind === 'compared' && found.acquired.time[0]).toBe(10);
  });

  it('compares equal numbers of the same job and pay band, and nobody without a counterpart', () => {
    const cheap = (rate: number | null) => (rate! < 4010 ? 'low' : 'high');
    const others = thirty(CLOSE, { entity: 'Hill', each: 25, leavers: 8 }).map((one) => ({
      ...one,
      segments: one.segments.map((segment) => ({ ...segment, codes: { ...segment.codes, job: 'CNA' } })),
    }));
    // Ten acquired and ten hired of the low band, twenty of the high: all have a counterpart; no CNA was acquired.
    expect(compare([...acquired, ...hired, ...others], cheap)).toMatchObject({ pairs: 30, hires: 60 });
    const fewCheap = hired.filter((one) => one.segments[0].baseRate! >= 4007);
    expect(compare([...acquired, ...fewCheap], cheap)).toMatchObject({ pairs: 23, hires: 23 });
  });

  it('takes hires within half a year of the close, and none of the acquired entity', () => {
    const early = thirty(CLOSE - 182, { entity: 'Hill', each: 25, leavers: 8 });
    const tooEarly = thirty(CLOSE - 183, { entity: 'Hill', each: 25, leavers: 8 });
    const theirs = thirty(CLOSE, { entity: 'Bayside', each: 25, leavers: 8 });
    expect(compare([...acquired, ...early, ...tooEarly, ...theirs])).toMatchObject({ hires: 30 });
  });

  it('says nothing of groups that are too few, however far apart they look', () => {
    const gone = acquired.slice(0, 9).map((one, i) => ({
      ...one,
      end: CLOSE + i,
      exit: 'voluntary' as const,
      segments: one.segments.map((segment) => ({ ...segment, last: CLOSE + i })),
    }));
    expect(compare([...gone, ...hired])).toMatchObject({ kind: 'too_few', pairs: 9, hires: 30 });
    expect(compare(acquired)).toMatchObject({ kind: 'too_few', pairs: 0, hires: 0 });
  });

  it('knows several acquisitions, the largest first', () => {
    const later = thirty(CLOSE + 50, { entity: 'Marina', each: 10, leavers: 0, entry: 'acquired' }).slice(0, 4);
    expect(acquisitionsOf(presencesOf([...later, ...acquired], scope(CLOSE - 200, END)))).toEqual([
      { entity: 'Bayside', close: CLOSE, people: 30 },
      { entity: 'Marina', close: CLOSE + 50, people: 4 },
    ]);
  });
});
