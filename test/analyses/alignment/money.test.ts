import { describe, expect, it } from 'vitest';
import { supplierName } from '../../../main/analyses/alignment/facts/supplier-name.ts';
import { levelUp } from '../../../main/analyses/alignment/money/level-up.ts';
import { narrowSpans } from '../../../main/analyses/alignment/money/narrow-spans.ts';
import { rateGaps } from '../../../main/analyses/alignment/money/rate-gap.ts';
import { policyPrices } from '../../../main/analyses/alignment/money/policy-price.ts';
import { managersOf } from '../../../main/analyses/alignment/managers.ts';
import { factsOf, head, sites, spend, WINDOW } from './facts-of.ts';

const BAND = { entity: 'West', job: 'RN', min: 4000, mid: 4400, max: 4500, currency: 'USD' };

describe('what it costs to level pay up', () => {
  const own = (rate: number, load: number | null = 0.1) => head(0, { rate, weeklyHours: 36, variableLoad: load });

  it('counts annual scheduled hours and variable load of those below, by policy', () => {
    const heads = [3900, 3900, 3900, 3900, 3900, 4200, 4800].map((rate) => own(rate));
    const { gaps, options } = levelUp(factsOf(sites(1, 1), { heads, bands: [BAND] }));
    // Five people × 100 cents × 36 h × 52 weeks × 1.1 = 1,029,600 cents.
    expect(gaps).toMatchObject([{ people: 5, cost: 1_029_600 }]);
    expect(options).toMatchObject([
      { id: 'minimum', people: 5, cost: 1_029_600 },
      // (5 × 500 + 200) × 36 × 52 × 1.1
      { id: 'midpoint', people: 6, cost: 5_559_840 },
      // One person is above the maximum: what they are paid is theirs alone.
      { id: 'red_circle', people: 1, cost: null },
    ]);
  });

  it('hides the money of fewer than five people, and prices nothing without bands', () => {
    const heads = [3900, 3900, 3900, 3900].map((rate) => own(rate));
    expect(levelUp(factsOf(sites(1, 1), { heads, bands: [BAND] })).gaps).toMatchObject([{ people: 4, cost: null }]);
    expect(levelUp(factsOf(sites(1, 1), { heads })).gaps).toEqual([]);
  });

  it('tells the cost of a job only where subtraction from the whole gives nobody away', () => {
    const heads = [
      ...[1, 2, 3, 4, 5, 6].map(() => own(3900)),
      ...[1, 2, 3, 4, 5].map(() => head(0, { job: 'LPN', rate: 2000, weeklyHours: 36 })),
      ...[1, 2, 3, 4, 5, 6, 7].map(() => head(0, { job: 'CNA', rate: 1000, weeklyHours: 36 })),
      head(0, { job: 'RT', rate: 3000 }),
    ];
    const bands = ['RN', 'LPN', 'CNA', 'RT'].map((job) => ({ ...BAND, job }));
    // One therapist alone is hidden, and with them the smallest other job.
    expect([...levelUp(factsOf(sites(1, 1), { heads, bands })).costOfJob.keys()]).toEqual(['CNA', 'RN']);
  });

  it('holds no pay against a band in another currency, and says so', () => {
    const heads = Array.from({ length: 6 }, () => own(3900));
    const { gaps, notes } = levelUp(factsOf(sites(1, 1), { heads, bands: [{ ...BAND, currency: 'EUR' }] }));
    expect(gaps).toEqual([]);
    expect(notes.join(' ')).toContain('another currency');
  });

  it('prefers the band of the target model itself to one for all, and never takes the band of the acquired', () => {
    const heads = Array.from({ length: 5 }, () => own(3900, null));
    const bands = [
      { ...BAND, entity: null, min: 9000 },
      { ...BAND, entity: 'East', min: 9999 },
      { ...BAND, min: 3950 },
    ];
    // 5 × 50 × 36 × 52
    expect(levelUp(factsOf(sites(1, 1), { heads, bands })).gaps[0].cost).toBe(468_000);
  });
});

describe('the rate gap of a supplier to both sides', () => {
  it('holds like against like: job, pay class and month', () => {
    const cells = [
      spend(0, 'acme', { hours: 10, cost: 10_000 }),
      spend(1, 'acme', { hours: 50, cost: 45_000 }),
      // Dearer work that only one side buys, and work of another month, say nothing of rates.
      spend(0, 'acme', { hours: 10, cost: 20_000, payClass: 'overtime' }),
      spend(1, 'acme', { hours: 50, cost: 10_000, month: WINDOW.last - 1 }),
      spend(0, 'bolt', { hours: 5, cost: 5_000 }),
    ];
    // 10 h × (1,000 − 900) cents.
    expect(rateGaps(factsOf(sites(1, 1), { spend: cells }))).toEqual([
      { supplier: 'acme', money: 1_000, hours: 10, cost: 30_000, matchedCost: 10_000 },
    ]);
  });

  it('holds work that the model did not buy against its rate card in force, and never against a card of the entity', () => {
    const card = {
      site: 'W1',
      own: false,
      supplier: 'acme',
      job: 'RN',
      payClass: 'regular',
      lastMonth: null,
      currency: 'USD',
    };
    const first = WINDOW.last - 3;
    const rates = [
      { ...card, firstMonth: first, rate: 900 },
      { ...card, firstMonth: WINDOW.last, rate: 700 },
      { ...card, site: 'W2', firstMonth: first, lastMonth: WINDOW.last, rate: 800 },
      { ...card, site: 'W3', firstMonth: first, currency: 'EUR', rate: 1 },
      { ...card, site: 'E1', own: true, firstMonth: first, rate: 1 },
    ];
    const bought = (month: number) => spend(0, 'acme', { hours: 10, cost: 10_000, month });
    const gap = (month: number) => rateGaps(factsOf(sites(1, 1), { spend: [bought(month)], rates }))[0]?.money;
    // 10 h at 1,000 cents against the mean of 700 and 800, of 900 and 800, and against nothing.
    expect([WINDOW.last, WINDOW.last - 1, first - 1].map(gap)).toEqual([2_500, 1_500, undefined]);
    const both = [bought(WINDOW.last), spend(1, 'acme', { hours: 5, cost: 4_500 })];
    expect(rateGaps(factsOf(sites(1, 1), { spend: both, rates }))[0].money).toBe(1_000);
  });

  it('holds no euros against dollars', () => {
    const cells = [spend(0, 'acme', { cost: 10_000 }), spend(1, 'acme', { cost: 8_000, currency: 'EUR' })];
    expect(rateGaps(factsOf(sites(1, 1), { spend: cells }))).toEqual([]);
  });

  it('knows a supplier by its name without case, punctuation and legal form', () => {
    const names = [
      'Crestline Staffing',
      'Crestline Staffing, Inc.',
      'Crestline Staffing LLC',
      'CRESTLINE STAFFING L.L.C.',
    ];
    expect(new Set(names.map(supplierName))).toEqual(new Set(['crestline staffing']));
    expect(supplierName('Co')).toBe('co');
    expect(supplierName('Bolt & Sons Ltd')).not.toBe(supplierName('Bolt Ltd'));
  });
});

describe('the price of a policy in conflict', () => {
  const facts = factsOf(sites(1, 1), { ownPaidHours: new Map([['differential', 1_000]]) });
  const night = { name: 'pay: night differential', own: '3.00 USD an hour', model: '$4.50 per hour' };

  it('is the hours of its pay class at the difference', () => {
    expect(policyPrices(facts, [night])).toEqual(new Map([[night.name, 150_000]]));
    const written = { ...night, own: night.own.replace('.', ','), model: night.model.replace('.', ',') };
    expect(policyPrices(facts, [written])).toEqual(new Map([[night.name, 150_000]]));
  });

  it('is not known where it is no money an hour, has no hours, or shares its hours with another in conflict', () => {
    const weekend = { ...night, name: 'pay: weekend differential' };
    expect(policyPrices(facts, [night, weekend]).size).toBe(0);
    expect(policyPrices(facts, [{ ...night, own: '10 %' }]).size).toBe(0);
    expect(policyPrices(facts, [{ ...night, model: '4.50 EUR an hour' }]).size).toBe(0);
    expect(policyPrices(facts, [{ ...night, name: 'pay: standby' }]).size).toBe(0);
  });
});

describe('spans narrower than the model’s', () => {
  it('count the posts that the model’s median span would not need, at most their pay', () => {
    const places = sites(1, 1);
    const led = (place: number, manager: string, count: number) =>
      Array.from({ length: count }, () => head(place, { manager }));
    const managers = Array.from({ length: 10 }, (_, k) => head(0, { person: `OWN${k}`, rate: 5000, weeklyHours: 40 }));
    const heads = [
      ...managers,
      ...managers.flatMap(({ person }) => led(0, person, 3)),
      ...['A', 'B', 'C'].flatMap((name) => led(1, name, 10)),
    ];
    const facts = factsOf(places, { heads });
    // 30 reports ÷ 10 need three managers of ten; 7 × 5,000 × 40 × 52.
    expect(narrowSpans(facts, managersOf(facts))).toMatchObject([{ people: 7, cost: -72_800_000 }]);
  });
});
