import { SMALLEST_GROUP } from '../../metrics/suppression.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { binomialSumMidP } from '../../stats/binomial-sum.ts';
import { codeOf } from '../../workforce/stays.ts';
import { jobFamilyOf } from './exposures.ts';
import type { Exposure } from './exposures.ts';

/** Of the units named, at most this share is expected to be named by chance. */
export const FALSE_DISCOVERY = 0.1;
/** Fewer people than these over the period are not tested: chance alone would decide. */
export const FEWEST_TESTED = 2 * SMALLEST_GROUP;
/** Units with less than this share of their days beside comparable peers are not tested. */
const COMPARABLE = 0.5;

export type HotSpotUnit = {
  unit: string;
  /** People who were there on any day of the period. */
  people: number;
  /** Leavers on days that have comparable peers. */
  leavers: number;
  /** Leavers there would have been at the rate of the peers. */
  expected: number;
  /** Share of its person-days that have comparable peers. */
  comparable: number;
  /** One-sided, that people leave earlier here; then adjusted over all units tested. */
  p: number;
  adjusted: number;
  isHot: boolean;
};

export type HotSpots = {
  /** Units tested: hot ones first, then by leavers above what was expected. */
  tested: HotSpotUnit[];
  /** Units left out, by reason. */
  tooSmall: number;
  withoutPeers: number;
  hidden: number;
};

/**
 * Where people leave earlier than comparable peers: same job family, band of service and entity, in other units.
 *
 * Expected leavers are indirectly standardised over person-days: the days of a unit in each stratum times the rate of
 * the other units there. The test is exact: given how many left in a stratum, those of one unit are binomial in its
 * share of the days if all leave alike, so that the noise of the peers' own rate counts as well. Benjamini–Hochberg
 * over all units tested.
 *
 * In: exposures of one period, people of one unit named by `unit` of their segment; nobody without a unit is tested,
 * nor any of the `hidden` units, which are peers all the same.
 * Source: Breslow and Day (1987), sections 2.3 and 3.4; Benjamini and Hochberg (1995).
 */
export function findHotSpots(exposures: readonly Exposure[], hidden: ReadonlySet<string> = new Set()): HotSpots {
  const strata = new Map<string, Stratum>();
  const units = new Map<string, { people: Set<string>; days: number }>();
  for (const { spell, segment, band, days, left } of exposures) {
    const unit = segment.codes['unit'];
    const key = `${jobFamilyOf(segment)}\u0000${codeOf(segment, 'entity')}\u0000${band}`;
    let stratum = strata.get(key);
    if (!stratum) strata.set(key, (stratum = { days: 0, leavers: 0, units: new Map() }));
    stratum.days += days;
    stratum.leavers += left;
    if (unit === undefined) continue;
    const part = stratum.units.get(unit);
    if (part) {
      part.days += days;
      part.leavers += left;
    } else stratum.units.set(unit, { days, leavers: left });
    const known = units.get(unit);
    if (known) {
      known.people.add(spell.person);
      known.days += days;
    } else units.set(unit, { people: new Set([spell.person]), days });
  }
  const large = [...units].filter(([, { people }]) => people.size >= FEWEST_TESTED);
  const listed = large.filter(([unit]) => !hidden.has(unit));
  const compared = listed.flatMap(([unit, { people, days }]) => {
    const against = compare(unit, strata.values());
    return against.days >= COMPARABLE * days
      ? [{ unit, people: people.size, ...against, comparable: against.days / days }]
      : [];
  });
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return {
    tested: compared
      .map(({ unit, people, leavers, expected, comparable, p }, index) => ({
        unit,
        people,
        leavers,
        expected,
        comparable,
        p,
        adjusted: adjusted[index],
        isHot: adjusted[index] <= FALSE_DISCOVERY,
      }))
      .sort(
        (a, b) =>
          Number(b.isHot) - Number(a.isHot) ||
          b.leavers - b.expected - (a.leavers - a.expected) ||
          (a.unit < b.unit ? -1 : 1),
      ),
    tooSmall: units.size - large.length,
    withoutPeers: listed.length - compared.length,
    hidden: large.length - listed.length,
  };
}

type Stratum = { days: number; leavers: number; units: Map<string, { days: number; leavers: number }> };

/** A unit against the others of its strata; days without others are left out on both sides. */
function compare(unit: string, strata: Iterable<Stratum>) {
  let days = 0;
  let leavers = 0;
  let expected = 0;
  const parts: { trials: number; probability: number }[] = [];
  for (const stratum of strata) {
    const own = stratum.units.get(unit);
    const peers = own === undefined ? 0 : stratum.days - own.days;
    if (own === undefined || peers === 0) continue;
    days += own.days;
    leavers += own.leavers;
    expected += (own.days * (stratum.leavers - own.leavers)) / peers;
    if (stratum.leavers > 0) parts.push({ trials: stratum.leavers, probability: own.days / stratum.days });
  }
  return { days, leavers, expected, p: binomialSumMidP(parts, leavers) };
}
