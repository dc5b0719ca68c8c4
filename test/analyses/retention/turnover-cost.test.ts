import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../../main/analyses/retention/assumptions.ts';
import { priceTurnover } from '../../../main/analyses/retention/turnover-cost.ts';

const ASSUMED = {
  days_to_fill: { low: 30, high: 90 },
  cover_share: { low: 0.5, high: 1 },
  orientation_hours: { low: 40, high: 120 },
};
const ALL = { weeklyHours: 36, agencyPremium: 2000, basePay: 4000, orientationBooked: null };
const SIZE = { leavers: 200, heads: 1500 };

describe('the cost of turnover', () => {
  it('is a range by hand: 36 hours a week, $20 more an agency hour, $40 an hour of pay', () => {
    const { parts, perLeaver, total, perPoint } = priceTurnover(SIZE, ALL, ASSUMED);
    // Cover: 30 days × ½ × 36 ÷ 7 × $20 = $1,542.86 up to 90 × 36 ÷ 7 × $20 = $9,257.14. Orientation: $1,600 to $4,800.
    expect(parts.map(({ money }) => money && [Math.round(money.low), Math.round(money.high)])).toEqual([
      [154_286, 925_714],
      [160_000, 480_000],
    ]);
    expect(perLeaver).toEqual({ low: 314_286, high: 1_405_714 });
    expect(total).toEqual({ low: 62_857_143, high: 281_142_857 });
    // A point of 1,500 heads is 15 leavers.
    expect(perPoint).toEqual({ low: 4_714_286, high: 21_085_714 });
  });

  it('takes all orientation pay booked per hire as the most that bringing somebody in can cost', () => {
    const orientation = (orientationBooked: number) =>
      priceTurnover(SIZE, { ...ALL, orientationBooked }, ASSUMED).parts[1].money;
    expect(orientation(900_000)).toEqual({ low: 160_000, high: 900_000 });
    expect(orientation(100_000)).toEqual({ low: 100_000, high: 160_000 });
  });

  it('may be negative where agency hours are cheaper, the low end still below the high one', () => {
    const [cover] = priceTurnover(SIZE, { ...ALL, agencyPremium: -2000 }, ASSUMED).parts;
    expect([cover.money!.low, cover.money!.high].map(Math.round)).toEqual([-925_714, -154_286]);
  });

  it('leaves out what no extract tells and names it; without any part there is no figure', () => {
    const without = priceTurnover(SIZE, { ...ALL, agencyPremium: null }, ASSUMED);
    expect(without.parts[0]).toMatchObject({ money: null, missing: ['labor with agency cost', 'loads'] });
    expect(without.perLeaver).toEqual({ low: 160_000, high: 480_000 });
    const nothing = priceTurnover(SIZE, { ...ALL, weeklyHours: null, agencyPremium: null, basePay: null }, ASSUMED);
    expect(nothing).toMatchObject({ perLeaver: null, total: null, perPoint: null });
  });

  it('rests on ranges that lie within what each assumption may be', () => {
    for (const { range, least, most, title } of ASSUMPTIONS) {
      expect(title).toMatch(/\S/);
      expect(range.low).toBeGreaterThanOrEqual(least);
      expect(range.high).toBeLessThanOrEqual(most);
      expect(range.low).toBeLessThan(range.high);
    }
  });
});
