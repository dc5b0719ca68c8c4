import { curvesCross } from '../../stats/curves-cross.ts';
import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import { logRank } from '../../stats/log-rank.ts';
import { restrictedMean } from '../../stats/restricted-mean.ts';
import { restrictedMeanDifference } from '../../stats/restricted-mean-difference.ts';
import type { MeanDifference } from '../../stats/restricted-mean-difference.ts';
import { riskTables } from '../../stats/risk-tables.ts';
import type { RiskTable } from '../../stats/risk-table.ts';
import { codeOf } from '../../workforce/stays.ts';
import type { Segment } from '../../workforce/spell.ts';
import { ENOUGH_AT_RISK, INTERVAL } from '../survival/defaults.ts';
import { findMeanHorizon } from '../survival/mean-horizon.ts';
import { stayOf } from './presences.ts';
import type { Presence } from './presences.ts';
import { DAYS_A_YEAR } from '../../model/year.ts';

/** Hires count as of the same period within half a year to both sides of the close. */
const SAME_PERIOD = 182;
/** An entity that came with its people. */
export type Acquisition = { entity: string; close: number; people: number };

export type PostClose = {
  acquisition: Acquisition;
  /** Regular hires of the same period, of any job. */
  hires: number;
  /** Acquired people matched one to one with hires of the same job and pay band. */
  pairs: number;
} & (
  | {
      kind: 'compared';
      /** Days in post within the horizon, acquired minus hired. */
      difference: MeanDifference;
      /** Days in post within the same horizon. */
      means: { acquired: number; hired: number };
      /** Of the log-rank test; null where nobody left on either side. */
      p: number | null;
      /** Whether the curves cross for more than noise: then no single number tells the story. */
      crosses: boolean;
      acquired: RiskTable;
      hired: RiskTable;
    }
  | { kind: 'too_few' }
);

/** Acquisitions among the presences, the one with most people first. */
export function acquisitionsOf(presences: readonly Presence[]): Acquisition[] {
  const found = new Map<string, Acquisition>();
  for (const { arrival, segments, first } of presences) {
    if (arrival !== 'acquired') continue;
    const entity = codeOf(segments[0], 'entity');
    const key = `${entity}\u0000${first}`;
    const known = found.get(key);
    if (known) known.people++;
    else found.set(key, { entity, close: first, people: 1 });
  }
  return [...found.values()].sort((a, b) => b.people - a.people || a.close - b.close || (a.entity < b.entity ? -1 : 1));
}

/**
 * Whether acquired people stay as long as regular hires: the restricted mean of those acquired minus that of hires of
 * the same period, job and pay band, in days since close or hire, without delayed entry.
 *
 * Within each job and pay band as many are compared on one side as on the other, evenly spaced over their pay, so that
 * both sides have one make-up. The horizon is a year, or the latest time with ten people at risk on both sides; where
 * there is none the groups are too few and nothing is compared, however far apart they look.
 *
 * In: presences under observation; the pay band of a segment, by the same bands for both sides. The hires may come from a
 * wider scope than the acquired.
 * Source: product definition of retention; Royston and Parmar (2013).
 */
export function comparePostClose(
  acquisition: Acquisition,
  {
    presences,
    hiredPresences,
    bandOf,
  }: { presences: readonly Presence[]; hiredPresences: readonly Presence[]; bandOf: (segment: Segment) => string },
): PostClose {
  const acquired = presences.filter(
    ({ arrival, first, segments }) =>
      arrival === 'acquired' && first === acquisition.close && codeOf(segments[0], 'entity') === acquisition.entity,
  );
  const hired = hiredPresences.filter(
    ({ arrival, first, segments }) =>
      arrival === 'hire' &&
      Math.abs(first - acquisition.close) <= SAME_PERIOD &&
      codeOf(segments[0], 'entity') !== acquisition.entity,
  );
  const [ours, theirs] = pairUp(acquired, hired, bandOf);
  const counts = { acquisition, hires: hired.length, pairs: ours.length };
  const tables = riskTables({
    ...columnsOf([...ours, ...theirs]),
    group: Uint8Array.from([...ours.map(() => 0), ...theirs.map(() => 1)]),
    groupCount: 2,
  });
  const upTo = findMeanHorizon(tables, { most: DAYS_A_YEAR, atLeast: ENOUGH_AT_RISK });
  if (upTo === null || upTo === 0) return { ...counts, kind: 'too_few' };
  const curves = tables.map((table) => kaplanMeier(table, INTERVAL));
  const [one, other] = curves.map((curve) => restrictedMean(curve, { upTo, confidence: INTERVAL.confidence }));
  const test = logRank([tables]);
  return {
    ...counts,
    kind: 'compared',
    difference: restrictedMeanDifference(one, other, INTERVAL.confidence),
    means: { acquired: one.mean, hired: other.mean },
    p: test.kind === 'test' ? test.p : null,
    crosses: curvesCross(curves[0], curves[1], INTERVAL.confidence),
    acquired: tables[0],
    hired: tables[1],
  };
}

function columnsOf(presences: readonly Presence[]) {
  const stays = presences.map(stayOf);
  return {
    entry: new Uint8Array(presences.length),
    exit: stays.map(({ exit }) => exit),
    left: stays.map(({ left }) => left),
  };
}

/** Equal numbers of both sides in each job and pay band. */
function pairUp(
  acquired: readonly Presence[],
  hired: readonly Presence[],
  bandOf: (segment: Segment) => string,
): [Presence[], Presence[]] {
  const cells = new Map<string, [Presence[], Presence[]]>();
  [acquired, hired].forEach((presences, side) => {
    for (const presence of presences) {
      const [segment] = presence.segments;
      const cell = `${codeOf(segment, 'job')}\u0000${bandOf(segment)}`;
      const known = cells.get(cell) ?? [[], []];
      known[side].push(presence);
      cells.set(cell, known);
    }
  });
  const pairs: [Presence[], Presence[]] = [[], []];
  for (const [ours, theirs] of cells.values()) {
    const count = Math.min(ours.length, theirs.length);
    pairs[0].push(...spacedOverPay(ours, count));
    pairs[1].push(...spacedOverPay(theirs, count));
  }
  return pairs;
}

/** So many of the presences, evenly spaced in order of pay; who leaves and when has no say in it. */
function spacedOverPay(presences: readonly Presence[], count: number): Presence[] {
  const rate = ({ segments: [segment] }: Presence) => segment.baseRate ?? 0;
  const sorted = [...presences].sort((a, b) => rate(a) - rate(b) || (a.spell.person < b.spell.person ? -1 : 1));
  return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / count)]);
}
