import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../main/analyses/alignment/best-of-both.ts';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import type { AlignmentFacts, PolicyRow } from '../../../main/analyses/alignment/facts/facts.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { factsOf, head, sites, spellAt, spend, AS_OF } from './facts-of.ts';

const places = sites(1, 1);

/** The same facts seen from the model: West against East. */
function exchanged(facts: AlignmentFacts): AlignmentFacts {
  const { entity, against } = facts;
  return {
    ...facts,
    entity: against,
    against: entity,
    places: facts.places.map((place) => ({ ...place, own: !place.own })),
  };
}

function both(id: string, parts: Partial<AlignmentFacts>, ofModel: Partial<AlignmentFacts> = {}) {
  const facts = factsOf(places, parts);
  const dimension = DIMENSIONS.find(({ definition }) => definition.metric === id)!;
  const answer = (mirrored: AlignmentFacts | null) => {
    const outcome = answerTo({ dimension, facts, mirrored });
    if (!isMeasured(outcome)) throw new Error(outcome.note);
    return outcome;
  };
  return { alone: answer(null), shared: answer({ ...exchanged(facts), ...ofModel }) };
}

const rates = (list: readonly number[], place: number) => list.map((rate) => head(place, { rate }));

describe('the better of both ways', () => {
  it('lifts the people of either into the bands of the other', () => {
    const bands = ['East', 'West'].map((entity) => ({
      entity,
      job: 'RN',
      min: entity === 'West' ? 4000 : 4500,
      mid: null,
      max: null,
      currency: 'USD',
    }));
    const heads = [
      ...rates([3900, 3800, 3900, 3800, 3900, 3800], 0),
      ...rates([4400, 4300, 4400, 4300, 4400, 4300], 1),
    ];
    const { alone, shared } = both('pay_distance', { heads, bands });
    // Six people are 900 cents an hour short in all, at 2,080 hours a year; so are the other six.
    expect(alone.gaps).toMatchObject([{ id: 'level_up', people: 6, cost: 900 * 2080 }]);
    expect(shared.gaps).toMatchObject([
      { id: 'level_up', people: 6, cost: 900 * 2080 },
      { id: 'model level_up', label: 'West: pay bands, 1 job under the minimum', people: 6, cost: 900 * 2080 },
    ]);
  });

  it('has every supplier charge both the lower of its rates', () => {
    const bills = (place: number, supplier: string, cost: number) => spend(place, supplier, { hours: 100, cost });
    const { alone, shared } = both('supplier_overlap', {
      spend: [bills(0, 'A', 900_000), bills(1, 'A', 800_000), bills(0, 'B', 700_000), bills(1, 'B', 760_000)],
    });
    const gapsOf = ({ gaps }: typeof alone) => gaps.map(({ id, cost }) => ({ id, cost }));
    expect(gapsOf(alone)).toEqual([{ id: 'rate_gap', cost: -100_000 }]);
    expect(gapsOf(shared)).toEqual([
      { id: 'rate_gap', cost: -100_000 },
      { id: 'model rate_gap', cost: -60_000 },
    ]);
  });

  it('pays the higher of two prices an hour to both, and takes from nobody', () => {
    const rule = (entity: string, attribute: string, value: string): PolicyRow => ({
      entity,
      area: 'pay rules',
      attribute,
      value,
      since: null,
      scope: {},
    });
    const policies = [
      rule('East', 'night differential', '3.00 USD an hour'),
      rule('West', 'night differential', '4.00 USD an hour'),
      rule('East', 'standby pay', '5.00 USD an hour'),
      rule('West', 'standby pay', '4.50 USD an hour'),
    ];
    const paid = (differential: number, standby: number) => ({
      ownPaidHours: new Map([['differential', differential] as const, ['on_call', standby] as const]),
    });
    const { alone, shared } = both('policy_variance', { policies, ...paid(1000, 200) }, paid(7000, 600));
    const money = ({ gaps }: typeof alone) => gaps.flatMap(({ cost }) => cost ?? []);
    expect(money(alone)).toEqual([1000 * 100, -200 * 50]);
    // East's nights rise by a dollar, West's standby by half a dollar.
    expect(money(shared)).toEqual([1000 * 100, 600 * 50]);
  });

  it('counts whom a rule with a price concerns, and in a clean room does not', () => {
    const rule = (entity: string, value: string): PolicyRow => {
      return { entity, area: 'pay rules', attribute: 'night differential', value, since: null, scope: {} };
    };
    const facts = {
      policies: [rule('East', '3.00 USD an hour'), rule('West', '4.00 USD an hour')],
      heads: rates([4000, 4000, 4000, 4000, 4000, 4000], 0),
      ownPaidHours: new Map([['differential', 1000] as const]),
    };
    const priced = (parts: Partial<AlignmentFacts>) =>
      both('policy_variance', { ...facts, ...parts }).alone.gaps.find(({ cost }) => cost !== null);
    expect(priced({})).toMatchObject({ people: 6, cost: 1000 * 100 });
    expect(priced({ hidesFew: true })).toMatchObject({ people: null, cost: 1000 * 100 });
  });

  it('has both require what either does', () => {
    const rule = (entity: string, attribute: string): PolicyRow => ({
      entity,
      area: 'credentials',
      attribute,
      value: 'required',
      since: null,
      scope: {},
    });
    const heads = [...rates([4000, 4000, 4000], 0), ...rates([4000, 4000], 1)];
    const credentials = heads.slice(0, 1).map(({ person }) => ({ persons: [person], control: 'BLS', current: true }));
    const { shared } = both('credential_overlap', {
      policies: [rule('East', 'BLS'), rule('West', 'TB')],
      heads,
      credentials,
    });
    expect(shared.gaps.map(({ id, people }) => ({ id, people }))).toEqual([
      { id: 'credentials', people: 3 },
      { id: 'model credentials', people: 2 },
    ]);
  });

  it('lets who keeps people longer keep its way', () => {
    const stays = (place: number, days: number) =>
      Array.from({ length: 20 }, (_, i) => ({
        place,
        spell: spellAt(AS_OF - 360 + i, i < 10 ? AS_OF - 360 + i + days : null),
      }));
    const { alone, shared } = both('retention', { spells: [...stays(0, 300), ...stays(1, 60)] });
    expect(alone.value).toBeGreaterThan(0);
    expect(alone.score(alone.value)).toBeLessThan(90);
    expect(shared.score(shared.value)).toBe(100);
    expect(shared.score(-shared.value)).toBe(alone.score(-alone.value));
  });
});
