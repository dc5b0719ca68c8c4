import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompose } from '../../../main/analyses/price-volume-mix/decompose.ts';
import type { Effects, PriceCell } from '../../../main/analyses/price-volume-mix/decompose.ts';

const CLASSES: Record<string, string> = {
  employee_full_time: 'internal',
  per_diem: 'internal',
  agency: 'external',
  locum: 'external',
};
const MILLION = 1_000_000;

/** Hours in hours and money in dollars, before and after. */
function cell(name: string, hours: [number, number], dollars: [number, number]): PriceCell {
  const [job, site, workerType] = name.split(' ');
  return {
    job,
    site,
    workerType,
    workerClass: CLASSES[workerType],
    hours: [hours[0] * MILLION, hours[1] * MILLION],
    cost: [dollars[0] * 100, dollars[1] * 100],
  };
}

const sumOf = ({ volume, substitution, otherMix, activity, rate }: Effects) =>
  volume + substitution + otherMix + activity + rate;

/** Worked out by hand in test/golden/price-volume-mix/DERIVATION.md. */
const worked = [
  cell('RN Main employee_full_time', [90, 80], [3_600, 3_440]),
  cell('RN Main per_diem', [10, 20], [600, 1_240]),
  cell('RN Main agency', [25, 50], [2_050, 4_250]),
  cell('CNA Main employee_full_time', [50, 60], [1_000, 1_230]),
  cell('LPN Main employee_full_time', [25, 0], [750, 0]),
  cell('RN North per_diem', [0, 10], [0, 450]),
];

describe('price, volume and mix', () => {
  it('splits a change of cost as worked out by hand', () => {
    expect(decompose(worked).effects).toEqual({
      volume: 80_000,
      activity: 35_000,
      substitution: 80_000,
      otherMix: 20_000,
      rate: 46_000,
    });
  });

  it('is the same however its cells are sliced, and slices add up to it', () => {
    // The full-time nurses at Main in two units, ICU at 50 an hour before and ED at 37.14; together 40 as above.
    const sliced = [
      cell('RN Main employee_full_time', [20, 40], [1_000, 2_000]),
      cell('RN Main employee_full_time', [70, 40], [2_600, 1_440]),
      ...worked.slice(1),
    ];
    const { effects, cells } = decompose(sliced);
    expect(effects).toEqual(decompose(worked).effects);
    // By hand, R₀ 40, the place 50, its own staff 42, these nurses 40: 20 hours more and 30 hours fewer.
    expect(cells[0].effects).toEqual({
      volume: 80_000,
      activity: 20_000,
      substitution: -16_000,
      otherMix: -4_000,
      rate: 20_000,
    });
    expect(cells[1].effects).toEqual({
      volume: -120_000,
      activity: -30_000,
      substitution: 24_000,
      otherMix: 6_000,
      rate: 4_000,
    });
  });

  it('lists new and ended cells: a new one has no rate effect, an ended one falls in volume and mix', () => {
    const { cells } = decompose(worked);
    expect(cells.map(({ status }) => status)).toEqual([
      'continued',
      'continued',
      'continued',
      'continued',
      'ended',
      'new',
    ]);
    expect(cells[4].effects).toEqual({ volume: -100_000, activity: 25_000, substitution: 0, otherMix: 0, rate: 0 });
    expect(cells[5].effects).toEqual({ volume: 40_000, activity: 5_000, substitution: 0, otherMix: 0, rate: 0 });
  });

  it('calls it substitution when agency hours take the place of own hours in the same job and site', () => {
    const { effects } = decompose([
      cell('RN Main employee_full_time', [100, 60], [4_000, 2_400]),
      cell('RN Main agency', [100, 140], [9_000, 12_600]),
    ]);
    expect(effects).toEqual({ volume: 0, activity: 0, substitution: 200_000, otherMix: 0, rate: 0 });
  });

  it('calls it activity, not substitution, when the hours move between sites', () => {
    const { effects } = decompose([
      cell('RN Main employee_full_time', [100, 60], [4_000, 2_400]),
      cell('RN North agency', [100, 140], [9_000, 12_600]),
    ]);
    expect(effects).toEqual({ volume: 0, activity: 200_000, substitution: 0, otherMix: 0, rate: 0 });
  });

  it('calls it other mix when they move between worker types of one class', () => {
    const { effects } = decompose([
      cell('MD Main locum', [100, 60], [4_000, 2_400]),
      cell('MD Main agency', [100, 140], [9_000, 12_600]),
    ]);
    expect(effects).toEqual({ volume: 0, activity: 0, substitution: 0, otherMix: 200_000, rate: 0 });
  });

  it('is all volume where everything is new, and where everything has ended', () => {
    const begun = [cell('RN Main agency', [0, 10], [0, 900]), cell('CNA Main agency', [0, 20], [0, 900])];
    expect(decompose(begun).effects).toMatchObject({ volume: 180_000, rate: 0 });
    expect(
      decompose(
        begun.map(({ hours, cost, ...rest }) => ({
          ...rest,
          hours: [hours[1], 0] as [number, number],
          cost: [cost[1], 0] as [number, number],
        })),
      ).effects,
    ).toMatchObject({ volume: -180_000, rate: 0 });
  });

  it('leaves the odd cent to rate', () => {
    const { effects } = decompose([cell('RN Main agency', [3, 4], [1, 1.34])]);
    expect(effects).toEqual({ volume: 33, activity: 0, substitution: 0, otherMix: 0, rate: 1 });
  });

  it('is nothing at all of nothing', () => {
    expect(decompose([])).toEqual({
      effects: { volume: 0, activity: 0, substitution: 0, otherMix: 0, rate: 0 },
      cells: [],
    });
  });
});

/** A hundredth of an hour or more at up to $5,000 an hour, with some cents that no rate explains. */
const anySide = fc
  .record({
    hours: fc.integer({ min: 10_000, max: 3_000_000_000 }),
    rate: fc.nat({ max: 500_000 }),
    odd: fc.integer({ min: -500, max: 500 }),
  })
  .map(({ hours, rate, odd }) => ({ hours, cost: Math.floor((hours / MILLION) * rate) + odd }));
const NOTHING = { hours: 0, cost: 0 };

/** Cells with distinct names; hours in one period at least, and money only where there are hours. */
const anyPriceCells: fc.Arbitrary<PriceCell[]> = fc.uniqueArray(
  fc
    .record({
      job: fc.constantFrom('RN', 'CNA', 'MD'),
      site: fc.constantFrom('Main', 'North'),
      workerType: fc.constantFrom(...Object.keys(CLASSES)),
      sides: fc.oneof(
        fc.tuple(anySide, anySide),
        fc.tuple(anySide, fc.constant(NOTHING)),
        fc.tuple(fc.constant(NOTHING), anySide),
      ),
    })
    .map(({ sides: [before, after], ...rest }): PriceCell => ({
      ...rest,
      workerClass: CLASSES[rest.workerType],
      hours: [before.hours, after.hours],
      cost: [before.cost, after.cost],
    })),
  { selector: ({ job, site, workerType }) => `${job} ${site} ${workerType}`, maxLength: 24, size: 'max' },
);

const change = (cells: readonly PriceCell[]) => cells.reduce((sum, { cost }) => sum + cost[1] - cost[0], 0);
const PARTS = ['volume', 'substitution', 'otherMix', 'activity', 'rate'] as const;

describe('price, volume and mix of any cells', () => {
  it('adds up to the change of cost exactly, in whole cents', () => {
    fc.assert(
      fc.property(anyPriceCells, (cells) => {
        const { effects } = decompose(cells);
        expect(sumOf(effects)).toBe(change(cells));
        for (const part of PARTS) expect(Number.isSafeInteger(effects[part]), part).toBe(true);
      }),
    );
  });

  it('gives every cell parts that add up to its own change, and to the totals', () => {
    fc.assert(
      fc.property(anyPriceCells, (cells) => {
        const { effects, cells: decomposed } = decompose(cells);
        for (const one of decomposed) expect(sumOf(one.effects)).toBe(one.cost[1] - one.cost[0]);
        for (const part of PARTS)
          expect(decomposed.reduce((sum, one) => sum + one.effects[part], 0) + 0, part).toBe(effects[part] + 0);
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    fc.assert(
      fc.property(anyPriceCells, fc.integer(), (cells, seed) => {
        const shuffled = cells
          .map((one, i) => ({ one, at: Math.imul(i + 7, seed | 1) >>> 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(decompose(shuffled).effects).toEqual(decompose(cells).effects);
      }),
    );
  });

  it('takes volume at the mean rate before, to half a cent', () => {
    fc.assert(
      fc.property(anyPriceCells, (cells) => {
        const sum = (pick: (one: PriceCell) => number) => cells.reduce((total, one) => total + BigInt(pick(one)), 0n);
        const [h0, h1, c0] = [sum(({ hours }) => hours[0]), sum(({ hours }) => hours[1]), sum(({ cost }) => cost[0])];
        if (h0 === 0n) return;
        // |2·v·H₀ − 2·(H₁ − H₀)·C₀| ≤ H₀, and one part in a million for the parts that were cut off
        const twice = 2n * (BigInt(decompose(cells).effects.volume) * h0 - (h1 - h0) * c0);
        expect(Number(twice < 0n ? -twice : twice)).toBeLessThanOrEqual(Number(h0) * (1 + 1e-6));
      }),
    );
  });

  it('has no substitution where no job and site has both internal and external hours', () => {
    fc.assert(
      fc.property(anyPriceCells, (cells) => {
        const oneClass = cells.map((one) => ({ ...one, site: `${one.site} ${one.workerClass}` }));
        expect(decompose(oneClass).effects.substitution + 0).toBe(0);
      }),
    );
  });

  it('is all rate where hours stay and prices move', () => {
    fc.assert(
      fc.property(anyPriceCells, (cells) => {
        const steady = cells
          .filter(({ hours }) => hours[0] > 0)
          .map((one) => ({ ...one, hours: [one.hours[0], one.hours[0]] as [number, number] }));
        const { volume, substitution, otherMix, activity, rate } = decompose(steady).effects;
        expect([volume, substitution, otherMix, activity].map((part) => part + 0)).toEqual([0, 0, 0, 0]);
        expect(rate).toBe(change(steady));
      }),
    );
  });
});
