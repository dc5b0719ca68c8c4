import fc from 'fast-check';
import { contextFinder } from '../../main/metrics/people-context.ts';
import type { PeopleContext } from '../../main/metrics/people-metric.ts';
import { parseIsoDay } from '../../main/model/civil-day.ts';
import type { EntryKind, ExitKind, Segment, Spell } from '../../main/workforce/spell.ts';
import { groupStays } from '../../main/workforce/stays.ts';
import type { Stay } from '../../main/workforce/stays.ts';

/** What the extracts of these people can see: 2023 to 2025. */
export const OBSERVED = { first: parseIsoDay('2023-01-01')!, last: parseIsoDay('2025-12-31')! };
const observedOf = () => OBSERVED;

/** A year of these people, seen to its end. */
export const YEAR = { first: parseIsoDay('2024-01-01')!, last: parseIsoDay('2024-12-31')! };

const TYPES = ['employee_full_time', 'employee_part_time', 'per_diem', 'agency'];

let people = 0;

/** A spell of somebody of their own, of one to three segments in two units. */
export const anySpell: fc.Arbitrary<Spell> = fc
  .record({
    start: fc.integer({ min: OBSERVED.first - 2_000, max: OBSERVED.last - 40 }),
    service: fc.nat({ max: 3_000 }),
    lengths: fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 3 }),
    units: fc.array(fc.constantFrom('ICU', 'ED'), { minLength: 3, maxLength: 3 }),
    workerType: fc.constantFrom(...TYPES),
    entry: fc.constantFrom<EntryKind>('hire', 'rehire', 'acquired', 'conversion'),
    exit: fc.constantFrom<ExitKind | null>('voluntary', 'involuntary', 'other', 'unclassified', 'divested', null),
  })
  .map(({ start, service, lengths, units, workerType, entry, exit }): Spell => {
    const segments: Segment[] = [];
    let first = start;
    for (const [i, length] of lengths.entries()) {
      segments.push(segmentOf(first, first + length - 1, { unit: units[i], worker_type: workerType }));
      first += length;
    }
    const last = segments.at(-1)!.last!;
    const ended = last <= OBSERVED.last && last >= OBSERVED.first;
    const seen = ended ? segments : segments.filter((segment) => segment.first <= OBSERVED.last);
    return {
      person: `P${people++}`,
      segments: ended ? seen : [...seen.slice(0, -1), { ...seen.at(-1)!, last: null }],
      start,
      serviceFrom: entry === 'hire' ? start : start - service,
      observedFrom: Math.max(start, OBSERVED.first),
      observedTo: ended ? last : OBSERVED.last,
      entry,
      end: ended ? last : null,
      exit: ended ? exit : null,
      reason: null,
      startAfter: null,
      endBefore: null,
    };
  });

export const anyPeople = fc.array(anySpell, { maxLength: 20, size: 'max' });

function segmentOf(first: number, last: number, codes: { unit: string; worker_type: string }): Segment {
  return {
    first,
    last,
    codes: { entity: 'Hill', worker_class: codes.worker_type === 'agency' ? 'external' : 'internal', ...codes },
    manager: null,
    position: null,
    fte: null,
    scheduledHours: null,
    baseRate: null,
    currency: null,
    onLeave: false,
  };
}

/** All of some people as one group. */
export function staysOfAll(spells: readonly Spell[]): Stay[] {
  return groupStays(spells, { by: [], where: {}, observedOf })[0]?.stays ?? [];
}

/** What a metric may know of the year and these people. */
export function yearContext(stays: readonly Stay[]): PeopleContext {
  const reading = {
    workforce: { spells: [], observed: OBSERVED, limits: [] },
    snapshotsOf: () => [],
    observedOf,
  };
  const context = contextFinder(reading, stays)(YEAR);
  if ('absence' in context) throw new Error(`The year is ${context.absence}`);
  return context;
}
