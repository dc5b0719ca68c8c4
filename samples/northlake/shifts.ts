import { MONTHS, START, firstDay, isoDay, lastDay, monthOf } from './calendar.ts';
import type { ExtractPlan } from './extract.ts';
import { groupBy } from './group-by.ts';
import { codeAt } from './pay.ts';
import { activityIn } from './payroll.ts';
import { faults } from './planted-errors.ts';
import type { Rng } from './rng.ts';
import type { Holding, Seat } from './seats.ts';
import { EARLY_POSTING, POSTING, SHORT_NOTICE } from './story.ts';
import { type Unit, isFloatPool, isInpatient } from './system.ts';

/** One shift of one job in a unit on a day; all amounts are hours. */
export type Shift = {
  unit: Unit;
  job: string;
  day: number;
  label: ShiftLabel;
  start: string;
  shiftHours: number;
  required: number;
  scheduled: number;
  workedInternal: number;
  workedExternal: number;
  posted: number;
  rotation: Rotation;
};

type ShiftLabel = 'Day' | 'Evening' | 'Night';
type Rotation = 'fixed' | 'rotating' | 'self-scheduled';
type Group = { unit: Unit; job: string; label: ShiftLabel; shiftHours: number; aroundTheClock: boolean; seats: Seat[] };

/** July to September 2026. */
export const SHIFT_MONTHS = { first: MONTHS - 3, last: MONTHS - 1 };
const JOBS = ['RN', 'LPN', 'CNA', 'MA', 'SURGT'];
const WEEKDAYS = 5;
/** Part of contracted hours that is planned; leave is the rest. */
const PLANNED = 0.9;
const CALLED_OFF = 0.025;

/**
 * The scheduling system’s view of nursing and operating-room jobs. It follows the seats and who held them, as labour does,
 * but is drawn apart: its hours are not labour’s to the hour.
 */
export function shiftsOf(seats: readonly Seat[], holdings: readonly Holding[], rng: Rng): Shift[] {
  const bySeat = groupBy(holdings, ({ seat }) => seat);
  return groupsOf(seats).flatMap((group) => {
    const draw = rng.fork(`${group.unit.name} ${group.job} ${group.label}`);
    const holders = group.seats.map((seat) => bySeat.get(seat) ?? []);
    const shifts: Shift[] = [];
    for (let day = firstDay(SHIFT_MONTHS.first); day <= lastDay(SHIFT_MONTHS.last); day++) {
      if (group.aroundTheClock || isWeekday(day)) shifts.push(shiftOn(day, group, holders, draw));
    }
    return shifts.filter(({ required, scheduled }) => required + scheduled > 0);
  });
}

function groupsOf(seats: readonly Seat[]): Group[] {
  const places = seats.filter(
    ({ job, unit, internalType }) => JOBS.includes(job) && internalType !== 'per_diem' && !isFloatPool(unit),
  );
  const groups = new Map<string, Group>();
  places.forEach((seat, i) => {
    const { unit, job, shiftHours } = seat;
    const aroundTheClock = isInpatient(unit) || unit.name.startsWith('Emergency');
    const label = labelOf(seat, aroundTheClock, i);
    const key = `${unit.name}|${job}|${label}`;
    const group = groups.get(key) ?? { unit, job, label, shiftHours, aroundTheClock, seats: [] };
    group.seats.push(seat);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function labelOf(seat: Seat, aroundTheClock: boolean, i: number): ShiftLabel {
  if (seat.night) return 'Night';
  return aroundTheClock && seat.shiftHours === 8 && i % 2 === 1 ? 'Evening' : 'Day';
}

function shiftOn(day: number, group: Group, holders: readonly Holding[][], rng: Rng): Shift {
  const { unit, job, label, shiftHours, seats } = group;
  const level = (PLANNED * activityIn(monthOf(day))) / (group.aroundTheClock ? 7 : WEEKDAYS) / shiftHours;
  const heads = { required: 0, internal: 0, external: 0 };
  seats.forEach((seat, i) => {
    const expected = seat.weeklyHours * level;
    heads.required += expected;
    const holder = holders[i]!.find(({ start, end }) => start <= day && (end === null || end >= day));
    if (holder) heads[holder.supplier ? 'external' : 'internal'] += expected;
  });
  const posted = postedFor(unit, day);
  const own = rng.round(heads.internal);
  const handedOver = day - posted < SHORT_NOTICE.days ? countOf(own, () => rng.chance(SHORT_NOTICE.toAgency)) : 0;
  const internal = own - handedOver;
  const external = rng.round(heads.external) + handedOver;
  const atWork = (planned: number) => countOf(planned, () => !rng.chance(CALLED_OFF));
  return {
    unit,
    job: codeAt(unit.entity, job),
    day,
    label,
    start: startOf(unit, group),
    shiftHours,
    required: Math.round(heads.required) * shiftHours,
    scheduled: (internal + external) * shiftHours,
    workedInternal: atWork(internal) * shiftHours,
    workedExternal: atWork(external) * shiftHours,
    posted,
    rotation: rotationOf(unit),
  };
}

function countOf(shifts: number, holds: () => boolean): number {
  return Array.from({ length: shifts }, holds).filter(Boolean).length;
}

/** Bayside begins half an hour earlier around the clock, and half an hour later in the clinics. */
function startOf({ entity }: Unit, { label, shiftHours, aroundTheClock }: Group): string {
  if (!aroundTheClock) return entity === 'Bayside' ? '08:00' : '07:30';
  const hour = label === 'Day' ? 7 : label === 'Evening' ? 15 : shiftHours === 12 ? 19 : 23;
  return entity === 'Bayside' ? `${String(hour - 1).padStart(2, '0')}:30` : `${String(hour).padStart(2, '0')}:00`;
}

/** A schedule covers some weeks from a Monday and is posted some days before that. */
function postedFor({ entity, name }: Unit, day: number): number {
  const isEarly = entity !== 'Bayside' || (EARLY_POSTING.units.includes(name) && day >= EARLY_POSTING.from);
  const { ahead, period } = isEarly ? POSTING.northlake : POSTING.bayside;
  return START + Math.floor((day - START) / period) * period - ahead;
}

function rotationOf({ entity, name, measure }: Unit): Rotation {
  const keepsOfficeHours = measure === null || (measure === 'visits' && !name.startsWith('Emergency'));
  if (keepsOfficeHours) return 'fixed';
  if (entity === 'Bayside') return name.startsWith('ICU') ? 'self-scheduled' : 'rotating';
  return name.startsWith('ICU') || name.startsWith('Emergency') ? 'self-scheduled' : 'fixed';
}

function isWeekday(day: number): boolean {
  return (day - START) % 7 < WEEKDAYS;
}

export function shiftsFile(shifts: readonly Shift[]): ExtractPlan {
  return {
    file: 'shifts.csv.gz',
    kind: 'shifts',
    title: 'Shifts, July to September 2026',
    description:
      'Hours required, scheduled and worked by unit, job, day and shift, for nursing and operating-room jobs.',
    header: [
      'entity',
      'site',
      'unit',
      'job_code',
      'shift_date',
      'shift_label',
      'start_time',
      'shift_hours',
      'required',
      'scheduled',
      'worked_internal',
      'worked_external',
      'posted_date',
      'rotation',
    ],
    rows: shifts.map((shift) => [
      shift.unit.entity,
      shift.unit.site,
      shift.unit.name,
      shift.job,
      isoDay(shift.day),
      shift.label,
      shift.start,
      shift.shiftHours,
      shift.required,
      shift.scheduled,
      shift.workedInternal,
      shift.workedExternal,
      isoDay(shift.posted),
      shift.rotation,
    ]),
    faults: [
      ...faults('invalid_date', 'shift_date', ['2026-07-32', 'Labor Day']),
      ...faults('invalid_number', 'required', ['2 RN']),
      ...faults('out_of_range', 'shift_hours', ['120']),
      ...faults('out_of_range', 'worked_internal', ['-12']),
      ...faults('missing_value', 'site', ['']),
    ],
  };
}
