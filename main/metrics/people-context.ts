import type { Absence } from '../contract/figure.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import type { Stay } from '../workforce/stays.ts';
import type { WorkforceReading } from '../workforce/workforce.ts';
import type { Days, PeopleContext } from './people-metric.ts';

/** How far the extracts reach. */
type Reach = Pick<WorkforceReading, 'workforce' | 'observedOf' | 'snapshotsOf'>;

/** Why nothing can be seen of a period. */
export type Unseen = { absence: Absence; missing: string[]; note?: string };

/** Tells what the extracts can see of a group in one period or another; an absence where that is nothing. */
export function contextFinder(reading: Reach, stays: readonly Stay[]): (period: Days) => PeopleContext | Unseen {
  const { observed: whole } = reading.workforce;
  if (!whole) return () => ({ absence: 'not_measured', missing: ['roster'] });
  const entities = [...new Set(stays.map(({ entity }) => entity))];
  const window = windowOf(reading, entities) ?? whole;
  return (period) => contextOf({ reading, entities, window }, period);
}

type Group = { reading: Reach; entities: readonly string[]; window: Days };

function contextOf({ reading, entities, window }: Group, period: Days): PeopleContext | Unseen {
  const observed = { first: Math.max(period.first, window.first), last: Math.min(period.last, window.last) };
  if (observed.first > observed.last)
    return {
      absence: 'not_measured',
      missing: [],
      note: `rosters reach from ${formatIsoDay(window.first)} to ${formatIsoDay(window.last)}`,
    };
  const known = new Map<string, number | null>();
  const knownDay = (entity: string, day: number) => {
    const key = `${day} ${entity}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = knownDayOf(reading, entity, day)));
    return found;
  };
  const closing = new Map<string, number | null>();
  const closingDay = (entity: string) => {
    let day = closing.get(entity);
    if (day === undefined) {
      day = knownDayOf(reading, entity, period.last);
      closing.set(entity, (day = day !== null && day >= period.first ? day : null));
    }
    return day;
  };
  return {
    period,
    observed,
    unobserved: period.last - period.first - (observed.last - observed.first),
    asOf: window.last,
    knownDay,
    closingDay,
    snapshotGap: snapshotGap(reading, entities, period),
  };
}

/** Days on which anybody of the group could be seen to leave. */
function windowOf({ observedOf }: Reach, entities: readonly string[]): Days | null {
  const windows = entities.map((entity) => observedOf(entity));
  if (windows.length === 0) return null;
  return { first: Math.min(...windows.map(({ first }) => first)), last: Math.max(...windows.map(({ last }) => last)) };
}

function knownDayOf({ observedOf, snapshotsOf }: Reach, entity: string, day: number): number | null {
  const window = observedOf(entity);
  const snapshots = snapshotsOf(entity);
  const known = snapshots.length > 0 ? snapshots.findLast((one) => one <= day) : Math.min(day, window.last);
  return known === undefined || known < window.first ? null : known;
}

/**
 * Most days between two snapshots that a period touches; null where there is but one, 0 where no entity of the group
 * has any.
 */
function snapshotGap({ snapshotsOf }: Reach, entities: readonly string[], period: Days): number | null {
  let most = 0;
  for (const entity of entities) {
    const days = snapshotsOf(entity);
    if (days.length === 0) continue;
    const gaps = days
      .slice(1)
      .map((day, i) => ({ first: days[i] + 1, last: day }))
      .filter(({ first, last }) => first <= period.last && last >= period.first)
      .map(({ first, last }) => last - first + 1);
    if (gaps.length === 0) return null;
    most = Math.max(most, ...gaps);
  }
  return most;
}
