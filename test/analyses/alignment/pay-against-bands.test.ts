import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import type { AlignmentFacts, Band } from '../../../main/analyses/alignment/facts/facts.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { factsOf, head, sites } from './facts-of.ts';

const band = (job: string, min: number | null, mid: number | null, max: number | null): Band => ({
  entity: 'West',
  job,
  min,
  mid,
  max,
  currency: 'USD',
});
const nurses = [3800, 3900, 4100, 4500, 5200].map((rate) => head(0, { rate }));
const bands = [band('RN', 4000, 4400, 5000)];

function pay(parts: Partial<AlignmentFacts>) {
  return DIMENSIONS.find(({ definition }) => definition.metric === 'pay_distance')!.measure(
    factsOf(sites(1, 1), parts),
  );
}

describe('pay against a written standard that pays nobody', () => {
  it('is the least by which pay would have to move into its bands, a fact', () => {
    const outcome = pay({ heads: nurses, bands });
    if (!isMeasured(outcome)) throw new Error(outcome.note);
    // 200 and 100 below the minimum, 200 above the maximum, over five people.
    expect(outcome).toMatchObject({ value: 100, comparison: null, coverage: 1 });
    // A quarter of the midpoint is 1,100.
    expect(outcome.score(outcome.value)).toBeCloseTo(100 * (1 - 100 / 1100), 10);
    expect(outcome.gaps).toMatchObject([{ id: 'level_up', people: 2 }]);
    expect(outcome.drivers).toMatchObject([
      { label: 'RN', own: '$41.00 an hour', model: '$40.00 to $50.00 an hour', people: 5 },
    ]);
  });

  it('covers those whose job has a band, open at one end or not', () => {
    const aides = [1900, 2000, 2000, 2100, 2100].map((rate) => head(0, { rate, job: 'CNA' }));
    const others = [head(0, { rate: 2500, job: 'UC' })];
    const outcome = pay({ heads: [...nurses, ...aides, ...others], bands: [...bands, band('CNA', 2000, null, null)] });
    if (!isMeasured(outcome)) throw new Error(outcome.note);
    expect(outcome.value).toBeCloseTo((500 + 100) / 10, 12);
    expect(outcome.coverage).toBeCloseTo(10 / 11, 12);
    expect(outcome.drivers.map(({ label, model }) => [label, model])).toEqual([
      ['RN', '$40.00 to $50.00 an hour'],
      ['CNA', '$20.00 or more an hour'],
    ]);
  });

  it('is not measured without a band, hidden of few people, and gives way to people whom the model pays', () => {
    expect(pay({ heads: nurses })).toMatchObject({ missing: ['roster'] });
    expect(pay({ heads: nurses.slice(0, 4), bands })).toMatchObject({
      note: 'Hidden: fewer than five people have a band',
    });
    const paid = [4000, 4100, 4200, 4300, 4400].map((rate) => head(1, { rate }));
    expect(pay({ heads: [...nurses, ...paid], bands })).toMatchObject({ comparison: { carries: expect.anything() } });
  });
});
