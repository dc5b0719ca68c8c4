import { describe, expect, it } from 'vitest';
import { assess } from '../../../main/analyses/alignment/assess.ts';
import { DIMENSIONS } from '../../../main/analyses/alignment/registry.ts';
import { normalQuantile } from '../../../main/stats/normal.ts';
import { seededRandom } from '../../../main/stats/random.ts';
import type { Random } from '../../../main/stats/random.ts';
import { AS_OF, factsOf, head, hourCell, shift, sites, spellAt } from './facts-of.ts';

const SEEDS = 200;
const OWN = 4;
const MODEL = 7;
const MOST_ALARMS = 20;

/** Two entities whose sites are drawn from one population: every site has ways of its own, the entities have none. */
function onePopulation(random: Random) {
  const places = sites(OWN, MODEL);
  const bell = () => normalQuantile(random.uniform() || 0.5);
  const all = places.map((_, place) => {
    const level = 4000 + 250 * bell();
    const external = Math.min(0.5, Math.max(0.01, 0.12 + 0.05 * bell()));
    const floats = Math.min(0.3, Math.max(0.001, 0.05 + 0.02 * bell()));
    const twelve = Math.min(0.95, Math.max(0.05, 0.6 + 0.2 * bell()));
    const hazard = Math.max(0.0002, 0.0008 + 0.0002 * bell());
    const count = 20 + random.integer(25);
    const managers = 3 + random.integer(3);
    const size = 1000 + random.integer(4000);
    return {
      heads: Array.from({ length: count }, () =>
        head(place, { rate: Math.round(level + 300 * bell()), manager: `M${place}-${random.integer(managers)}` }),
      ),
      hours: [
        hourCell(place, size * (1 - external) * (1 - floats), { deployment: 'home_unit' }),
        hourCell(place, size * (1 - external) * floats, { deployment: 'float' }),
        hourCell(place, size * external, { workerType: 'agency', workerClass: 'external' }),
      ],
      shifts: [shift(place, twelve * size, { length: '12 h' }), shift(place, (1 - twelve) * size, { length: '8 h' })],
      spells: Array.from({ length: count }, () => {
        const stay = Math.ceil(-Math.log(1 - random.uniform()) / hazard);
        return { place, spell: spellAt(AS_OF - 500, stay < 500 ? AS_OF - 500 + stay : null) };
      }),
    };
  });
  return factsOf(places, {
    heads: all.flatMap(({ heads }) => heads),
    hours: all.flatMap(({ hours }) => hours),
    shifts: all.flatMap(({ shifts }) => shifts),
    spells: all.flatMap(({ spells }) => spells),
  });
}

describe('two entities of one population', () => {
  it(`raise at most ${MOST_ALARMS} false alarms in ${SEEDS} seeds, in any dimension and in all after Holm`, () => {
    const alarms = new Map<string, number>();
    let afterHolm = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const facts = onePopulation(seededRandom(seed));
      const { dimensions } = assess(
        DIMENSIONS.map((dimension) => ({ dimension, facts, mirrored: null })),
        { draws: 199, seed, apart: new Set(), targetScores: new Map() },
      );
      const tested = dimensions.filter(({ p }) => p !== null);
      expect(tested).toHaveLength(6);
      for (const { dimension, p } of tested) {
        const { metric } = dimension.definition;
        if (p! <= 0.05) alarms.set(metric, (alarms.get(metric) ?? 0) + 1);
      }
      if (tested.some(({ verdict }) => verdict !== 'no_detectable_difference')) afterHolm++;
    }
    for (const [metric, count] of alarms)
      expect({ metric, count: Math.min(count, MOST_ALARMS) }).toEqual({ metric, count });
    expect(afterHolm).toBeLessThanOrEqual(MOST_ALARMS);
  }, 120_000);
});
