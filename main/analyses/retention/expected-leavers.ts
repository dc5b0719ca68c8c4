import { normalQuantile } from '../../stats/normal.ts';
import { quantile } from '../../stats/quantile.ts';
import type { Random } from '../../stats/random.ts';
import { studentTQuantile } from '../../stats/student-t.ts';
import { codeOf } from '../../workforce/stays.ts';
import { jobFamilyOf } from './exposures.ts';
import type { Exposure } from './exposures.ts';
import { serviceOf } from './presences.ts';
import type { Presence } from './presences.ts';
import { DAYS_A_YEAR } from '../../model/year.ts';
import { BAND_COUNT, daysByBand } from './service-bands.ts';

/** A job family has a level of its own where at least so many leavers were to be expected. */
const CARRIES_A_LEVEL = 10;
/** Whole sites are resampled where there are so many, else units, else workers. */
const FEWEST_CLUSTERS = 5;
const MOST_CLUSTERS = 200;
const OTHERS = 0;

export type ExpectedLeavers = {
  /** Heads whose leaving is foreseen. */
  present: number;
  expected: number;
  lower: number;
  upper: number;
  /** What was resampled. */
  clusters: 'site' | 'unit' | 'worker';
  /** Job families with a level of their own. */
  families: number;
};

export type ForecastOptions = { random: Random; draws: number; confidence: number };

/**
 * How many of those present will leave within 365 days if people go on leaving at the rates of a period.
 *
 * The hazard is pooled by band of service (leavers ÷ person-days, the Nelson–Aalen estimate at the grain of the
 * bands); a job family with enough leavers scales it by its own leavers against those expected, the others together
 * by theirs. Each person leaves with probability 1 − exp(−cumulated hazard over the next year of service). Whoever is
 * hired later is not among them.
 *
 * The interval holds the number that will leave, not its mean: rates from resampled whole clusters, spread a little
 * wider where clusters are few, and chance.
 * In: exposures of the period; presences that still went on at its end. Out: null where nobody is present or nobody left.
 * Source: Breslow and Day (1987), section 2.3; Davison and Hinkley (1997), section 3.8.
 */
export function forecastLeavers(
  exposures: readonly Exposure[],
  present: readonly Presence[],
  { random, draws, confidence }: ForecastOptions,
): ExpectedLeavers | null {
  const leavers = exposures.reduce((sum, { left }) => sum + left, 0);
  if (present.length === 0 || leavers === 0) return null;
  const { clusters, keyOf } = clusterOf(exposures);
  const families = familiesWithLevel(exposures);
  const parts = bundle(sumByCluster(exposures, { keyOf, families }), random);
  const people = groupAlike(present, families);
  const width = (families.size + 1) * BAND_COUNT;
  const everything = addUp(parts, parts.keys(), width);
  const { expected } = foresee(everything, people);
  const wider = widening(parts.length, confidence);
  const numbers = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const picked = parts.map(() => random.integer(parts.length));
    const foreseen = foresee(addUp(parts, picked, width), people);
    // Strictly inside 0–1, where the normal quantile is finite.
    const chance = normalQuantile((random.integer(2 ** 31) + 0.5) / 2 ** 31);
    const number = expected + wider * (foreseen.expected - expected) + chance * Math.sqrt(foreseen.variance);
    numbers[draw] = Math.min(present.length, Math.max(0, number));
  }
  numbers.sort();
  const tail = (1 - confidence) / 2;
  return {
    present: present.length,
    expected,
    lower: quantile(numbers, tail),
    upper: quantile(numbers, 1 - tail),
    clusters,
    families: families.size,
  };
}

/** By how much percentiles of so few clusters fall short: the spread is that of k − 1, and its tails are Student's. */
function widening(clusters: number, confidence: number): number {
  if (clusters < 2) return 1;
  const share = 1 - (1 - confidence) / 2;
  return Math.sqrt(clusters / (clusters - 1)) * (studentTQuantile(share, clusters - 1) / normalQuantile(share));
}

type KeyOf = (exposure: Exposure) => string;

function clusterOf(exposures: readonly Exposure[]): { clusters: ExpectedLeavers['clusters']; keyOf: KeyOf } {
  for (const clusters of ['site', 'unit'] as const) {
    const keyOf: KeyOf = ({ segment }) => codeOf(segment, clusters);
    if (new Set(exposures.map(keyOf)).size >= FEWEST_CLUSTERS) return { clusters, keyOf };
  }
  return { clusters: 'worker', keyOf: ({ spell }) => spell.person };
}

/** Job families with a level of their own, numbered from 1; 0 is all others. */
function familiesWithLevel(exposures: readonly Exposure[]): Map<string, number> {
  const pooled = Array.from({ length: BAND_COUNT }, () => ({ days: 0, left: 0 }));
  for (const { band, days, left } of exposures) {
    pooled[band].days += days;
    pooled[band].left += left;
  }
  const expected = new Map<string, number>();
  for (const { segment, band, days } of exposures) {
    const family = jobFamilyOf(segment);
    expected.set(family, (expected.get(family) ?? 0) + (days * pooled[band].left) / pooled[band].days);
  }
  const carrying = [...expected].filter(([, leavers]) => leavers >= CARRIES_A_LEVEL).map(([family]) => family);
  return new Map(carrying.sort().map((family, index) => [family, index + 1]));
}

/** Days and leavers of one cluster at the positions family × bands + band that it has. */
type ClusterPart = { at: number; days: number; left: number }[];

function sumByCluster(
  exposures: readonly Exposure[],
  { keyOf, families }: { keyOf: KeyOf; families: ReadonlyMap<string, number> },
): ClusterPart[] {
  const clusters = new Map<string, Map<number, { at: number; days: number; left: number }>>();
  for (const exposure of exposures) {
    const { segment, band, days, left } = exposure;
    const at = (families.get(jobFamilyOf(segment)) ?? OTHERS) * BAND_COUNT + band;
    const key = keyOf(exposure);
    let cluster = clusters.get(key);
    if (!cluster) clusters.set(key, (cluster = new Map()));
    const sum = cluster.get(at);
    if (sum) {
      sum.days += days;
      sum.left += left;
    } else cluster.set(at, { at, days, left });
  }
  return [...clusters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cells]) => [...cells.values()]);
}

/** So many clusters tell as much of the spread as thousands: beyond them they are put together at random. */
function bundle(parts: ClusterPart[], random: Random): ClusterPart[] {
  if (parts.length <= MOST_CLUSTERS) return parts;
  const bundles = Array.from({ length: MOST_CLUSTERS }, (): ClusterPart => []);
  random.shuffle(parts).forEach((part, index) => bundles[index % MOST_CLUSTERS].push(...part));
  return bundles;
}

type Sums = { days: Float64Array; left: Float64Array };

function addUp(parts: readonly ClusterPart[], picked: Iterable<number>, width: number): Sums {
  const sums: Sums = { days: new Float64Array(width), left: new Float64Array(width) };
  for (const cluster of picked) {
    for (const { at, days, left } of parts[cluster]) {
      sums.days[at] += days;
      sums.left[at] += left;
    }
  }
  return sums;
}

/** People of one family who will spend the same days in the same bands, of which there are few. */
type Alike = { family: number; ahead: readonly { band: number; days: number }[]; people: number };

function groupAlike(present: readonly Presence[], families: ReadonlyMap<string, number>): Alike[] {
  const groups = new Map<string, Alike>();
  for (const presence of present) {
    const family = families.get(jobFamilyOf(presence.segments.at(-1)!)) ?? OTHERS;
    const { exit, known } = serviceOf(presence);
    const days = daysByBand({ entry: exit, exit: exit + DAYS_A_YEAR, known });
    const key = `${family} ${days.join(' ')}`;
    const group = groups.get(key);
    if (group) group.people++;
    else groups.set(key, { family, ahead: aheadOf(days), people: 1 });
  }
  return [...groups.values()];
}

function aheadOf(days: readonly number[]): Alike['ahead'] {
  return days.map((count, band) => ({ band, days: count })).filter((stretch) => stretch.days > 0);
}

/** Mean and variance of the number of people who leave, at the rates of these sums. */
function foresee(sums: Sums, people: readonly Alike[]): { expected: number; variance: number } {
  const bands = BAND_COUNT;
  const rates = ratesByBand(sums);
  const levels = Array.from({ length: sums.days.length / bands }, (_, family) => {
    let left = 0;
    let expected = 0;
    for (let band = 0; band < bands; band++) {
      left += sums.left[family * bands + band];
      expected += sums.days[family * bands + band] * rates[band];
    }
    return expected > 0 ? left / expected : 1;
  });
  let expected = 0;
  let variance = 0;
  for (const { family, ahead, people: alike } of people) {
    let hazard = 0;
    for (const { band, days } of ahead) hazard += days * rates[band];
    const p = -Math.expm1(-hazard * levels[family]);
    expected += alike * p;
    variance += alike * p * (1 - p);
  }
  return { expected, variance };
}

/** Leavers a person-day in each band; a band in which nobody was observed has the rate of all bands together. */
function ratesByBand({ days, left }: Sums): Float64Array {
  const bands = BAND_COUNT;
  const rates = new Float64Array(bands);
  let allDays = 0;
  let allLeft = 0;
  const byBand = Array.from({ length: bands }, () => ({ days: 0, left: 0 }));
  for (let at = 0; at < days.length; at++) {
    byBand[at % bands].days += days[at];
    byBand[at % bands].left += left[at];
    allDays += days[at];
    allLeft += left[at];
  }
  const overall = allDays > 0 ? allLeft / allDays : 0;
  byBand.forEach((band, index) => {
    rates[index] = band.days > 0 ? band.left / band.days : overall;
  });
  return rates;
}
