import { describe, expect, it } from 'vitest';
import { payBandsOf } from '../../../main/analyses/retention/pay-band.ts';
import { spell } from './spells-by-hand.ts';

const paid = (job: string, baseRate?: number) => spell({ start: 0, codes: { job }, baseRate }).segments[0];

describe('pay bands', () => {
  it('are those of the extract where there are any: below, lower half, upper half, above', () => {
    const rn = { entity: 'Hill', job: 'RN', min: 3000, mid: 4000, max: 5000, currency: 'USD' };
    const bandOf = payBandsOf([rn], []);
    expect([2900, 3500, 4500, 5100].map((rate) => bandOf(paid('RN', rate)))).toEqual([
      'band 0',
      'band 1',
      'band 2',
      'band 3',
    ]);
    const withoutMiddle = payBandsOf([{ ...rn, mid: null }], []);
    expect(withoutMiddle(paid('RN', 4100))).toBe('band 2');
  });

  it('are thirds of the pay of everybody compared in the job where there is none', () => {
    const all = [10, 20, 30, 40, 50, 60].map((rate) => paid('CNA', rate));
    const bandOf = payBandsOf([], [...all, paid('RN', 9000)]);
    expect(all.map(bandOf)).toEqual(['third 0', 'third 0', 'third 1', 'third 1', 'third 2', 'third 2']);
    expect(bandOf(paid('RN', 9000))).toBe('third 0');
  });

  it('are one more where pay is not known', () => {
    expect(payBandsOf([], [])(paid('RN'))).toBe('pay unknown');
  });
});
