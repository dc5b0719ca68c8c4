import { describe, expect, it } from 'vitest';
import { assess } from '../../../main/analyses/alignment/assess.ts';
import type { AssessOptions } from '../../../main/analyses/alignment/assess.ts';
import type { AlignmentFacts } from '../../../main/analyses/alignment/facts/facts.ts';
import { statedGaps } from '../../../main/analyses/alignment/gap-sums.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { summarise } from '../../../main/analyses/alignment/summary.ts';
import { factsOf, head, hourCell, sites, spend } from './facts-of.ts';

const OPTIONS: AssessOptions = { draws: 1_999, seed: 7, apart: new Set(), targetScores: new Map() };

function assessed(facts: AlignmentFacts, options: Partial<AssessOptions> = {}) {
  const assessment = assess(
    DIMENSIONS.map((dimension) => ({ dimension, facts, mirrored: null })),
    { ...OPTIONS, ...options },
  );
  const of = (id: string) => assessment.dimensions.find(({ dimension }) => dimension.definition.metric === id)!;
  return { of, summary: summarise(assessment, 7) };
}

/** Five sites against seven; the own side pays `gap` cents less, whatever the level of the site. */
function payGap(gap: number, own = 5, model = 7): AlignmentFacts {
  const places = sites(own, model);
  const heads = places.flatMap(({ own: isOwn }, place) =>
    Array.from({ length: 12 }, (_, k) =>
      head(place, { rate: 4000 + ((place * 37) % 90) + ((k * 53) % 200) - (isOwn ? gap : 0) }),
    ),
  );
  return factsOf(places, { heads });
}

describe('what is said of a dimension', () => {
  it('differs when the labels of whole sites explain the distance and it falls short of the target', () => {
    const { of } = assessed(payGap(400));
    const pay = of('pay_distance');
    // 792 ways to choose five of twelve sites, and this is the farthest apart.
    expect(pay).toMatchObject({ verdict: 'differs', p: 1 / 792, arrangements: 792 });
    expect(pay.noiseFloor).toBeLessThan(400);
    expect(pay.lower).toBeLessThanOrEqual(400);
  });

  it('has its interval though another is held against a standard, which has no sites', () => {
    const [pay, policies] = ['pay_distance', 'policy_variance'].map((id) =>
      DIMENSIONS.find(({ definition }) => definition.metric === id)!,
    );
    const settled = (entity: string) => ({
      entity,
      area: 'pay',
      attribute: 'night',
      value: '3',
      since: null,
      scope: {},
    });
    const standard = factsOf(sites(5, 0), { policies: [settled('East'), settled('West')] });
    const { dimensions, indexInterval } = assess(
      [
        { dimension: pay, facts: payGap(400), mirrored: null },
        { dimension: policies, facts: standard, mirrored: null },
      ],
      OPTIONS,
    );
    expect(dimensions[0].lower).not.toBeNull();
    expect(indexInterval).not.toBeNull();
  });

  it('is aligned when a difference is real but within the target that was fixed beforehand', () => {
    const facts = payGap(80);
    expect(assessed(facts).of('pay_distance')).toMatchObject({ verdict: 'aligned' });
    const strict = { targetScores: new Map([['pay_distance', 99]]) };
    expect(assessed(facts, strict).of('pay_distance')).toMatchObject({ verdict: 'differs' });
  });

  it('is no detectable difference where sites cannot be exchanged in at least 20 ways, and no floor is claimed', () => {
    // Three of six sites: 20 ways; two of five: 10.
    expect(assessed(payGap(900, 3, 3)).of('pay_distance').noiseFloor).not.toBeNull();
    expect(assessed(payGap(900, 2, 3)).of('pay_distance')).toMatchObject({
      verdict: 'no_detectable_difference',
      noiseFloor: null,
      p: null,
      arrangements: 10,
    });
  });

  it('says where no difference could be told however large, for want of sites', () => {
    // Three of six: at best 2 of 20 ways, above five in a hundred. Three of seven: 1 of 35 alone, 2 of 35 of two tests.
    expect(assessed(payGap(900, 3, 3)).of('pay_distance').detectable).toBe(false);
    expect(assessed(payGap(900, 3, 4)).of('pay_distance').detectable).toBe(true);
    const withHours = (facts: AlignmentFacts) => ({
      ...facts,
      hours: facts.places.map((_, place) => hourCell(place, 100)),
    });
    const two = assessed(withHours(payGap(900, 3, 4)));
    expect([two.of('pay_distance').detectable, two.of('mix_distance').detectable]).toEqual([false, false]);
    expect(assessed(payGap(900, 2, 3)).of('pay_distance').detectable).toBeNull();
  });

  it('judges facts by the target alone', () => {
    const places = sites(1, 1);
    const own = spend(0, 'acme', { cost: 900 });
    const facts = (other: number) =>
      factsOf(places, { spend: [own, spend(1, 'acme', { cost: 900 }), spend(1, 'bolt', { cost: other })] });
    expect(assessed(facts(90)).of('supplier_overlap')).toMatchObject({ verdict: 'aligned', noiseFloor: null, p: null });
    expect(assessed(facts(900)).of('supplier_overlap')).toMatchObject({ verdict: 'differs', score: 50 });
  });

  it('states no people and no money of a difference that chance explains, but those of a fact', () => {
    const places = sites(3, 5);
    const hours = places.flatMap((_, place) => [
      hourCell(place, 100 + 9 * ((place * 5) % 7)),
      hourCell(place, 20 + 11 * ((place * 3) % 5), { workerType: 'agency', workerClass: 'external' }),
    ]);
    const heads = places.flatMap((_, place) => Array.from({ length: 6 }, () => head(place, { rate: 3900 + place })));
    const bands = [{ entity: 'West', job: 'RN', min: 4000, mid: null, max: null, currency: 'USD' }];
    const { of } = assessed(factsOf(places, { hours, heads, bands }));
    expect(of('mix_distance').verdict).toBe('no_detectable_difference');
    expect(statedGaps(of('mix_distance'))).toEqual([]);
    expect(of('pay_distance').verdict).toBe('no_detectable_difference');
    expect(statedGaps(of('pay_distance'))).toMatchObject([{ id: 'level_up', people: 18 }]);
  });

  it('leaves score and coverage when it was decided to keep it apart', () => {
    const bands = [{ entity: 'West', job: 'RN', min: 9000, mid: null, max: null, currency: 'USD' }];
    const { of, summary } = assessed({ ...payGap(400), bands }, { apart: new Set(['pay_distance', 'retention']) });
    expect(of('pay_distance').verdict).toBe('kept_apart');
    expect(statedGaps(of('pay_distance'))).toEqual([]);
    expect(summary).toMatchObject({ coverage: 0, worst: null, index: null });
  });
});

describe('the alignment index', () => {
  const everything = (policies: boolean) => {
    const places = sites(4, 6);
    const rows = (hours: number) =>
      places.flatMap((_, place) => [
        hourCell(place, hours, { deployment: 'home_unit' }),
        hourCell(place, 5 + place, { deployment: 'float', workerType: 'per_diem' }),
      ]);
    return factsOf(places, {
      crosswalkVersion: policies ? 1 : 0,
      heads: payGap(200, 4, 6).heads.map((one, at) => ({
        ...one,
        manager: `M${one.place}-${at % 2}`,
        relation: 'one_to_one',
      })),
      hours: rows(100),
      spend: places.map((_, place) => spend(place, 'acme')),
      policies: policies
        ? ['East', 'West'].flatMap((entity) => [
            { entity, area: 'pay', attribute: 'night', value: '3', since: null, scope: {} },
            { entity, area: 'credentials', attribute: 'BLS', value: 'required', since: null, scope: {} },
          ])
        : [],
    });
  };

  it('is not given below 70 % coverage', () => {
    const { summary } = assessed(everything(false));
    expect(summary).toMatchObject({ coverage: 0.5, index: null, lower: null, sensitivity: null });
    expect(summary.worst?.id).toBe('pay_distance');
  });

  it('is not given for fewer than four dimensions, though all that are not kept apart are measured', () => {
    const apart = [
      'job_alignment',
      'mix_distance',
      'scheduling',
      'deployment',
      'span_of_control',
      'policy_variance',
      'retention',
    ];
    const { summary } = assessed(everything(true), { apart: new Set(apart) });
    expect(summary).toMatchObject({ coverage: 1, index: null });
  });

  it('lies within its interval and within the range of 1,000 weightings, and names the worst dimension', () => {
    const { summary } = assessed(everything(true));
    expect(summary.coverage).toBe(0.8);
    expect(summary.worst?.id).toBe('pay_distance');
    expect(summary.lower).toBeLessThanOrEqual(summary.index!);
    expect(summary.upper).toBeGreaterThanOrEqual(summary.index!);
    expect(summary.sensitivity!.lower).toBeLessThan(summary.index!);
    expect(summary.sensitivity!.upper).toBeGreaterThan(summary.index!);
    expect(summary.sensitivity!.worstStays).toBeGreaterThan(0.5);
  });

  it('is the same on every run', () => {
    expect(assessed(everything(true)).summary).toEqual(assessed(everything(true)).summary);
  });
});
