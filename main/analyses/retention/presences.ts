import type { Filter } from '../../contract/figure.ts';
import { isEmployed, isPerDiem } from '../../workforce/employment.ts';
import { effectiveEnd, effectiveStart, serviceStart } from '../../workforce/spell-times.ts';
import { codeOf } from '../../workforce/stays.ts';
import type { EntryKind, ExitKind, Segment, Spell } from '../../workforce/spell.ts';
import type { Service } from './service-bands.ts';

/** Whom and when an analysis of retention looks at; days are inclusive. */
export type PresenceScope = {
  from: number;
  to: number;
  where: Filter;
  /** Days on which leaving an entity would have been seen. */
  observedOf: (entity: string) => { first: number; last: number };
  /** Per diem workers come and go by the shift: out of every headline, in only where a variant says so. */
  perDiem: boolean;
};

/** How somebody came into the scope: by entering the system, or `moved` from a place, job or terms outside it. */
export type Arrival = EntryKind | 'moved';

/** How somebody went out of the scope: by leaving the system, or `moved`, which is no separation. */
export type Departure = ExitKind | 'moved';

/**
 * An uninterrupted stretch of a spell within a scope: what is at risk of leaving. Days off the payroll between two
 * segments of one spell (a bridged rehire) do not interrupt it.
 */
export type Presence = {
  spell: Spell;
  /** The segments it is made of, at least one, in order. */
  segments: readonly Segment[];
  /** First and last day in post, inclusive, cut to the days of the scope and to those that the entity's extracts see. */
  first: number;
  last: number;
  /** First of these days on which the extracts would have shown this person leaving: delayed entry. May lie after `last`. */
  atRiskFrom: number;
  /** Null where the presence had begun before the scope. */
  arrival: Arrival | null;
  /** Null where the presence still went on at the end of the scope, or when it was last seen. */
  departure: Departure | null;
};

/** Ways of leaving that are separations: a unit that is sold takes its people along, and who moves has not left. */
export const EXIT_WAYS = ['voluntary', 'involuntary', 'other', 'unclassified'] as const;
export type ExitWay = (typeof EXIT_WAYS)[number];

export function isSeparation(departure: Departure | null): departure is ExitWay {
  return departure !== null && departure !== 'moved' && departure !== 'divested';
}

/** Presences of own workers within a scope and under observation, in the order of the spells. */
export function presencesOf(spells: readonly Spell[], scope: PresenceScope): Presence[] {
  return spells.map(withMiddays).flatMap((spell) =>
    runsOf(spell, scope)
      .map((run) => presenceOf(spell, run, scope))
      .filter((presence) => presence !== null),
  );
}

/** The spell with its ends midway where they lie between two snapshots, as the metrics of people place them. */
function withMiddays(spell: Spell): Spell {
  if (spell.startAfter === null && spell.endBefore === null) return spell;
  const start = effectiveStart(spell);
  const end = spell.end === null ? null : effectiveEnd(spell);
  const segments = spell.segments.map((segment, index) => ({
    ...segment,
    first: index === 0 ? start : segment.first,
    last: index === spell.segments.length - 1 ? end : segment.last,
  }));
  return {
    ...spell,
    segments,
    start,
    end,
    serviceFrom: spell.serviceFrom === spell.start ? start : spell.serviceFrom,
    observedTo: Math.max(spell.observedTo, end ?? spell.observedTo),
    startAfter: null,
    endBefore: null,
  };
}

/** Days in post: those between leaving and the rehire that bridges them are none. */
export function personDays(presences: readonly Presence[]): number {
  return presences.reduce(
    (sum, { segments, ...cut }) => sum + segments.reduce((days, one) => days + daysOf(one, cut), 0),
    0,
  );
}

function daysOf(segment: Segment, cut: { first: number; last: number }): number {
  const { first, last } = daysWithin(segment, cut);
  return Math.max(0, last - first + 1);
}

/** First and last day of a segment within those of its presence. */
export function daysWithin(segment: Segment, { first, last }: { first: number; last: number }) {
  return { first: Math.max(segment.first, first), last: Math.min(segment.last ?? last, last) };
}

/** Service of a presence from the first day at risk to the day after the last one, on the clock of the spell. */
export function serviceOf({ spell, atRiskFrom, last }: Pick<Presence, 'spell' | 'atRiskFrom' | 'last'>): Service {
  const known = serviceStart(spell) !== null;
  return { entry: atRiskFrom - spell.serviceFrom, exit: last + 1 - spell.serviceFrom, known };
}

/** A presence on its own clock: days since it began until it came under observation, and until it ended. */
export function stayOf({ first, last, atRiskFrom, departure }: Presence): { entry: number; exit: number; left: 0 | 1 } {
  return { entry: atRiskFrom - first, exit: last + 1 - first, left: isSeparation(departure) ? 1 : 0 };
}

/** Those under observation for a day at least: whoever left between two snapshots of which one has them was not. */
export function atRisk(presences: readonly Presence[]): Presence[] {
  return presences.filter(({ atRiskFrom, last }) => atRiskFrom <= last);
}

/** Neighbouring segments that all lie within the scope. */
function runsOf(spell: Spell, scope: PresenceScope): Segment[][] {
  const runs: Segment[][] = [];
  let run: Segment[] | null = null;
  for (const segment of spell.segments) {
    if (!isWithin(segment, scope)) run = null;
    else if (run) run.push(segment);
    else runs.push((run = [segment]));
  }
  return runs;
}

function isWithin(segment: Segment, { where, perDiem }: PresenceScope): boolean {
  const { codes } = segment;
  if (!isEmployed(codes) || (!perDiem && isPerDiem(codes))) return false;
  return Object.entries(where).every(([dimension, allowed]) => allowed.includes(codeOf(segment, dimension)));
}

function presenceOf(spell: Spell, run: readonly Segment[], { from, to, observedOf }: PresenceScope): Presence | null {
  const began = Math.max(run[0].first, observedOf(codeOf(run[0], 'entity')).first);
  const end = run.at(-1)!.last;
  // Who was in post when the extracts of an entity ended may have left since: seen so long, and no longer.
  const seen = Math.min(to, end ?? spell.observedTo);
  if (began > to || seen < from || seen < began) return null;
  const first = Math.max(began, from);
  return {
    spell,
    segments: run.filter((segment) => segment.first <= seen && (segment.last === null || segment.last >= first)),
    first,
    last: seen,
    atRiskFrom: Math.max(first, spell.observedFrom),
    arrival: began < from ? null : arrivalOf(spell, run[0], { began, from }),
    departure: end === null || end > to ? null : departureOf(spell, run.at(-1)!),
  };
}

function arrivalOf(spell: Spell, segment: Segment, { began, from }: { began: number; from: number }): Arrival | null {
  // Who was there before the extracts of the entity begin was not hired when they do.
  if (began > segment.first) return spell.entry === 'acquired' ? 'acquired' : lateSight(began, from);
  const before = spell.segments[spell.segments.indexOf(segment) - 1];
  if (before !== undefined) return isEmployed(before.codes) ? 'moved' : 'conversion';
  return spell.entry === 'first_seen' ? lateSight(began, from) : spell.entry;
}

/** Who is first seen on the first day of the scope was there before, as far as anyone can tell. */
function lateSight(began: number, from: number): 'first_seen' | null {
  return began === from ? null : 'first_seen';
}

/** A spell that ended without an exit went on elsewhere: a transfer to where no roster shows the person. */
function departureOf(spell: Spell, segment: Segment): Departure {
  return segment === spell.segments.at(-1) ? (spell.exit ?? 'moved') : 'moved';
}
