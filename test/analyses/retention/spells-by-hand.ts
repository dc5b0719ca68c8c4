import fc from 'fast-check';
import type { PresenceScope } from '../../../main/analyses/retention/presences.ts';
import { parseIsoDay } from '../../../main/model/civil-day.ts';
import type { EntryKind, ExitKind, Segment, Spell } from '../../../main/workforce/spell.ts';

/** A day number from "2026-01-31". */
export const day = (text: string): number => parseIsoDay(text)!;

/** A place, job and terms from a day on; the codes of the segment before hold on where none are given. */
export type Step = { from: number; codes?: Record<string, string>; baseRate?: number };

export type SpellParts = {
  person?: string;
  start: number;
  end?: number;
  exit?: ExitKind;
  entry?: EntryKind;
  reason?: string;
  serviceFrom?: number;
  observedFrom?: number;
  observedTo?: number;
  codes?: Record<string, string>;
  baseRate?: number;
  steps?: Step[];
};

let made = 0;
/** A day before or after all that tests speak of. */
const FAR_AWAY = 100_000;

/** A spell of one full-time employee, unless its codes say otherwise; it goes on where no end is given. */
export function spell(parts: SpellParts): Spell {
  const { start, end = null, steps = [] } = parts;
  const home = { entity: 'Hill', worker_type: 'employee_full_time', worker_class: 'internal', ...parts.codes };
  const all: Step[] = [{ from: start, baseRate: parts.baseRate }, ...steps];
  let codes: Record<string, string> = home;
  const segments = all.map((step, index): Segment => {
    codes = { ...codes, ...step.codes };
    return {
      first: step.from,
      last: index + 1 < all.length ? all[index + 1].from - 1 : end,
      codes,
      manager: null,
      position: null,
      fte: 1,
      scheduledHours: 36,
      baseRate: step.baseRate ?? null,
      currency: 'USD',
      onLeave: false,
    };
  });
  return {
    person: parts.person ?? `P${++made}`,
    segments,
    start,
    serviceFrom: parts.serviceFrom ?? start,
    observedFrom: parts.observedFrom ?? start,
    observedTo: end ?? parts.observedTo ?? FAR_AWAY,
    entry: parts.entry ?? 'hire',
    end,
    exit: end === null ? null : (parts.exit ?? 'voluntary'),
    reason: end === null ? null : (parts.reason ?? null),
    startAfter: null,
    endBefore: null,
  };
}

/** Everybody, over a range of days. */
export const scope = (from: number, to: number, more: Partial<PresenceScope> = {}): PresenceScope => ({
  from,
  to,
  where: {},
  perDiem: false,
  observedOf: () => ({ first: -FAR_AWAY, last: FAR_AWAY }),
  ...more,
});

const anyCodes = fc.record({
  unit: fc.constantFrom('ICU', 'ED', 'Ward'),
  job: fc.constantFrom('RN', 'CNA'),
  site: fc.constantFrom('Main', 'North'),
  worker_type: fc.constantFrom('employee_full_time', 'employee_part_time', 'per_diem'),
});

/** Spells over some two years from day 0, with moves, acquisitions, delayed entry and every way to leave. */
export const anySpells: fc.Arbitrary<Spell[]> = fc.array(
  fc
    .record({
      start: fc.integer({ min: -400, max: 700 }),
      length: fc.option(fc.integer({ min: 0, max: 600 })),
      exit: fc.constantFrom<ExitKind>('voluntary', 'involuntary', 'other', 'unclassified', 'divested'),
      entry: fc.constantFrom<EntryKind>('hire', 'rehire', 'acquired', 'conversion', 'first_seen'),
      service: fc.nat({ max: 3000 }),
      delay: fc.oneof(fc.constant(0), fc.nat({ max: 300 })),
      codes: anyCodes,
      moves: fc.array(fc.record({ after: fc.integer({ min: 1, max: 200 }), codes: anyCodes }), { maxLength: 3 }),
    })
    .map(({ start, length, exit, entry, service, delay, codes, moves }) => {
      const end = length === null ? undefined : start + length;
      let from = start;
      const steps = moves
        .map((move) => ({ from: (from += move.after), codes: move.codes }))
        .filter((step) => end === undefined || step.from <= end);
      const observedFrom = end === undefined ? start + delay : Math.min(start + delay, end);
      return spell({ start, end, exit, entry, serviceFrom: start - service, observedFrom, codes, steps });
    }),
  { maxLength: 40 },
);
