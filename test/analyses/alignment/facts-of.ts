import type {
  AlignmentFacts,
  Head,
  HourCell,
  Place,
  ShiftCell,
  SpendCell,
} from '../../../main/analyses/alignment/facts/facts.ts';
import type { Spell } from '../../../main/workforce/spell.ts';

/** 1 October 2025 and the year up to it, as civil days and months. */
export const AS_OF = 20_361;
export const WINDOW = { first: 2024 * 12 + 9, last: 2025 * 12 + 8, days: 365 };

/** Facts of "East" against "West", with nothing known but what a test gives. */
export function factsOf(places: readonly Place[], parts: Partial<AlignmentFacts> = {}): AlignmentFacts {
  return {
    entity: { code: 'East', name: 'East', members: new Set(['East']) },
    against: { code: 'West', name: 'West', members: new Set(['West']) },
    places,
    asOf: AS_OF,
    closeDay: null,
    hidesFew: false,
    window: WINDOW,
    currency: 'USD',
    crosswalkVersion: 0,
    heads: [],
    spells: [],
    observedOf: () => ({ first: -Infinity, last: Infinity }),
    hours: [],
    ownPaidHours: new Map(),
    outsideExcess: () => new Map(),
    spend: [],
    rates: [],
    shifts: [],
    policies: [],
    credentials: [],
    bands: [],
    ...parts,
  };
}

/** So many sites of East, then so many of West. */
export function sites(own: number, model: number): Place[] {
  return Array.from({ length: own + model }, (_, at) => ({
    entity: at < own ? 'East' : 'West',
    site: `S${at}`,
    own: at < own,
  }));
}

let people = 0;

export function head(place: number, parts: Partial<Head> = {}): Head {
  const job = parts.job ?? 'RN';
  return {
    place,
    person: `P${people++}`,
    job,
    targets: [{ code: job, share: 1 }],
    relation: null,
    unit: 'ICU',
    workerType: 'employee_full_time',
    employed: true,
    manager: null,
    rate: 4000,
    currency: 'USD',
    weeklyHours: 40,
    variableLoad: null,
    ...parts,
  };
}

export function hourCell(place: number, hours: number, parts: Partial<HourCell> = {}): HourCell {
  return {
    place,
    job: 'RN',
    unit: 'ICU',
    workerType: 'employee_full_time',
    workerClass: 'internal',
    careSetting: 'unknown',
    deployment: null,
    hours,
    ...parts,
  };
}

export function shift(place: number, weight: number, parts: Partial<ShiftCell> = {}): ShiftCell {
  return {
    place,
    unit: 'ICU',
    serviceLine: 'unknown',
    job: 'RN',
    targets: [{ code: parts.job ?? 'RN', share: 1 }],
    length: null,
    start: null,
    rotation: null,
    leadTime: null,
    weight,
    weeks: [],
    ...parts,
  };
}

export function spend(place: number, supplier: string, parts: Partial<SpendCell> = {}): SpendCell {
  return {
    place,
    supplier,
    billedAs: supplier,
    currency: 'USD',
    targets: [{ code: 'RN', share: 1 }],
    payClass: 'regular',
    month: WINDOW.last,
    hours: 1,
    cost: 9000,
    ...parts,
  };
}

/** A spell of an employee at one site, observed since the day it began. */
export function spellAt(start: number, end: number | null): Spell {
  return {
    person: `P${people++}`,
    segments: [
      {
        first: start,
        last: end,
        codes: { worker_class: 'internal', worker_type: 'employee_full_time' },
        manager: null,
        position: null,
        fte: null,
        scheduledHours: null,
        baseRate: null,
        currency: null,
        onLeave: false,
      },
    ],
    start,
    serviceFrom: start,
    observedFrom: start,
    observedTo: end ?? AS_OF,
    entry: 'hire',
    end,
    exit: end === null ? null : 'voluntary',
    reason: null,
    startAfter: null,
    endBefore: null,
  };
}
