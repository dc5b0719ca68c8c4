import { formatDay } from '../contract/format.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import { toldAs } from '../metrics/told-people.ts';
import { isEmployed } from './employment.ts';
import type { Observation } from './observation.ts';
import type { Spell } from './spell.ts';

export type LimitFacts = {
  spells: readonly Spell[];
  observation: Observation;
  /** Rows of acquired entities that ended before the close. */
  beforeClose: number;
  /** Worker ids that stand for different people in different entities. */
  sharedIds: number;
  /** Whether fewer people than a group must have are not counted: in a clean room. */
  hidesFew: boolean;
};

/** What the extracts cannot tell, in plain sentences. */
export function limitsOf(facts: LimitFacts): string[] {
  return [...reachLimits(facts), ...snapshotLimits(facts), ...rowLimits(facts)].map(sentence);
}

function reachLimits({ observation }: LimitFacts): string[] {
  const whole = observation.whole();
  if (!whole || observation.datedEntities().size === 0 || observation.isDeclared()) return [];
  return [
    `The rosters are taken to have everybody who left from ${dayText(whole.first)}, the first day of leaving in them, to ${dayText(whole.last)}, the latest day in them; an import can say otherwise (observed_from, observed_to).`,
  ];
}

function snapshotLimits(facts: LimitFacts): string[] {
  const { spells, observation } = facts;
  const count = countIn(facts);
  const entities = observation.entities().filter((entity) => observation.snapshotsOf(entity).length > 0);
  if (entities.length === 0) return [];
  const gaps = entities.flatMap((entity) => {
    const days = observation.snapshotsOf(entity);
    return days.slice(1).map((day, i) => day - days[i]);
  });
  const limits: string[] = [];
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  if (gaps.length > 0)
    limits.push(
      `Snapshots are ${least === most ? least : `${least} to ${most}`} days apart: when between two of them somebody came or left is not known, nor who came and left in between. Figures place it midway.`,
    );
  const firstSeen = spells.filter(({ entry, startAfter }) => entry === 'first_seen' && startAfter === null).length;
  if (firstSeen > 0)
    limits.push(
      `${count(firstSeen, 'person was', 'people were')} there on the first snapshot without a hire date: how long they have served is not known.`,
    );
  const late = spells.filter(({ entry, startAfter }) => entry === 'first_seen' && startAfter !== null).length;
  if (late > 0)
    limits.push(
      `${count(late, 'person', 'people')} with a hire date before an earlier snapshot were not on it: where they were then is not known, and they count as neither hires nor rehires.`,
    );
  const last = observation.whole()!.last;
  const silent = entities.filter((entity) => observation.of(entity)!.last < last);
  if (silent.length > 0)
    limits.push(
      `No extract up to ${dayText(last)} has ${silent.length === 1 ? `rows of ${silent[0]}` : `rows of ${silent.length} entities (${silent.slice(0, 3).join(', ')})`} to the end: their people are not followed beyond their last snapshot and do not count as leavers.`,
    );
  return limits;
}

function rowLimits(facts: LimitFacts): string[] {
  const { spells, beforeClose, sharedIds, hidesFew } = facts;
  const count = countIn(facts);
  const limits: string[] = [];
  if (beforeClose > 0)
    limits.push(
      `${count(beforeClose, 'row', 'rows')} of acquired entities ended before the close and ${beforeClose === 1 && !hidesFew ? 'is' : 'are'} not counted.`,
    );
  if (sharedIds > 0)
    limits.push(
      `${count(sharedIds, 'worker id is', 'worker ids are')} used for people with different names in different entities, or by both before the close; they count as different people.`,
    );
  const lost = spells.filter(({ end, exit, reason, segments }) => {
    return end !== null && exit === null && reason !== null && isEmployed(segments.at(-1)!.codes);
  }).length;
  if (lost > 0)
    limits.push(
      `${count(lost, 'person was', 'people were')} transferred to where no roster shows them; they count as neither in post nor as leavers after that.`,
    );
  const typeless = spells.filter(({ segments }) => segments.at(-1)!.codes['worker_type'] === undefined).length;
  if (typeless > 0)
    limits.push(
      `The rosters do not say the worker type of ${count(typeless, 'person', 'people')}; they count as employees.`,
    );
  const unclassified = spells.filter(
    ({ exit, segments }) => exit === 'unclassified' && isEmployed(segments.at(-1)!.codes),
  ).length;
  if (unclassified > 0)
    limits.push(
      `${count(unclassified, 'person', 'people')} left for a reason that is not given or not in the reason map; they are shown as unclassified.`,
    );
  return limits;
}

/** Counts in words; of few that are not counted it speaks in the plural. */
function countIn(facts: LimitFacts): (n: number, one: string, many: string) => string {
  return (n, one, many) => toldAs(n, facts, one, many);
}

function dayText(day: number): string {
  return formatDay(formatIsoDay(day));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
