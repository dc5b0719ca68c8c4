import { END, START, firstDay, lastDay, mondayFrom, monthOf } from './calendar.ts';
import { jobOf } from './jobs.ts';
import { REASONS_TO_DRAW, riskOfLeaving } from './leaving.ts';
import { startingRate } from './pay.ts';
import type { Rng } from './rng.ts';
import { CONVERSIONS, CONVERSION_MONTHS } from './story.ts';
import { type ExternalType, type Supplier, hasTimesheets, supplierOf } from './suppliers.ts';
import { UNITS, type Unit, isFloatPool, isInpatient } from './system.ts';

export type InternalType = 'employee_full_time' | 'employee_part_time' | 'per_diem' | 'float_pool' | 'internal_agency';

/** A position in a unit that one person at a time holds. */
export type Seat = {
  id: string;
  unit: Unit;
  job: string;
  internalType: InternalType;
  /** Held by an outside worker from the start. */
  external: boolean;
  /** Day on which the seat passes from an employee to an agency, or null. */
  convertedOn: number | null;
  night: boolean;
  shiftHours: number;
  weeklyHours: number;
};

/** One person in one seat from a first to a last day; `end` is null while in post. */
export type Holding = {
  worker: string;
  seat: Seat;
  type: InternalType | ExternalType;
  supplier: Supplier | null;
  start: number;
  end: number | null;
  reason: string;
  /** First day ever employed; differs from `start` after a rehire. */
  firstHired: number;
  /** Pay an hour in April 2024 terms, in cents; the spread against the card for outside workers. */
  rate: number;
  spread: number;
};

const PER_DIEM_SHARE = 0.09;
/** Every seat of the system, in the order of the organisation. */
export function buildSeats(rng: Rng): Seat[] {
  const seats: Seat[] = [];
  for (const unit of UNITS) {
    for (const { job, seats: count, agency } of unit.staffing) {
      const dates = conversionDays(unit.name, job, rng.fork(`conversions ${unit.name} ${job}`));
      for (let i = 0; i < count; i++) {
        seats.push(
          makeSeat(
            seats.length,
            { unit, job, external: i < agency, convertedOn: dates[i - agency] ?? null, perDiem: false },
            rng,
          ),
        );
      }
      const perDiem = isPerDiemUnit(unit) && jobOf(job).directCare ? Math.round(count * PER_DIEM_SHARE) : 0;
      for (let i = 0; i < perDiem; i++) {
        seats.push(makeSeat(seats.length, { unit, job, external: false, convertedOn: null, perDiem: true }, rng));
      }
    }
  }
  return seats;
}

function isPerDiemUnit(unit: Unit): boolean {
  return isInpatient(unit) || unit.name.startsWith('Emergency') || unit.site === 'Home care';
}

/** Days on which seats of a job pass to an agency, spread evenly over the months of the story. */
function conversionDays(unit: string, job: string, rng: Rng): number[] {
  const plan = CONVERSIONS.find((conversion) => conversion.unit === unit && conversion.job === job);
  if (!plan) return [];
  const { first, last } = CONVERSION_MONTHS;
  return Array.from({ length: plan.seats }, (_, i) => {
    const month = first + Math.floor(((i + 0.5) / plan.seats) * (last - first + 1));
    return firstDay(month) + rng.int(0, 24);
  });
}

type SeatPlan = { unit: Unit; job: string; external: boolean; convertedOn: number | null; perDiem: boolean };

function makeSeat(index: number, plan: SeatPlan, rng: Rng): Seat {
  const { unit, job } = plan;
  const draw = rng.fork(`seat ${index}`);
  const shiftHours = shiftOf(unit, job);
  const partTime = plan.convertedOn === null && !plan.external && draw.chance(jobOf(job).hourly ? 0.27 : 0.1);
  const night = jobOf(job).nights && (isInpatient(unit) || unit.name.startsWith('Emergency')) && draw.chance(0.35);
  return {
    id: `P${String(index + 1).padStart(4, '0')}`,
    unit,
    job,
    internalType: internalTypeOf(plan, partTime, draw),
    external: plan.external,
    convertedOn: plan.convertedOn,
    night,
    shiftHours,
    weeklyHours: plan.perDiem ? 8 : partTime ? 24 : shiftHours === 12 ? 36 : 40,
  };
}

function internalTypeOf(plan: SeatPlan, partTime: boolean, draw: Rng): InternalType {
  if (plan.perDiem) return 'per_diem';
  if (isFloatPool(plan.unit)) return draw.chance(0.2) ? 'internal_agency' : 'float_pool';
  return partTime ? 'employee_part_time' : 'employee_full_time';
}

/** Twelve-hour shifts at Northlake's bedsides; Bayside runs eight hours on its wards and twelve in its operating rooms. */
function shiftOf(unit: Unit, job: string): number {
  const bedside = ['RN', 'LPN', 'CNA', 'RT', 'UC'].includes(job);
  if (unit.name === 'Perioperative, Bayside') return bedside || job === 'SURGT' ? 12 : 8;
  if (unit.name.startsWith('Med-surg') && unit.entity === 'Bayside') return 8;
  if (unit.name.startsWith('Emergency')) return bedside || job === 'MD' ? 12 : 8;
  if (unit.name.startsWith('Hospitalists')) return 12;
  return bedside && (isInpatient(unit) || isFloatPool(unit) || unit.name.startsWith('Respiratory')) ? 12 : 8;
}

/** Who held each seat when. Ids are given in the order of seats, so they are stable for one seed. */
export function fillSeats(seats: readonly Seat[], rng: Rng): Holding[] {
  const numbers = { N: 0, B: 0, X: 0 };
  const nextId = (series: 'N' | 'B' | 'X') => `${series}${1000 + numbers[series]++}`;
  return seats.flatMap((seat) => {
    const draw = rng.fork(`holders of ${seat.id}`);
    if (seat.external) return outsiders(seat, START - 7 * draw.int(1, 30), nextId, draw);
    const own = employees(seat, nextId, draw);
    return seat.convertedOn === null ? own : [...own, ...outsiders(seat, mondayFrom(seat.convertedOn), nextId, draw)];
  });
}

type NextId = (series: 'N' | 'B' | 'X') => string;

function employees(seat: Seat, nextId: NextId, draw: Rng): Holding[] {
  const series = seat.unit.entity === 'Bayside' ? 'B' : 'N';
  const last = seat.convertedOn === null ? END : seat.convertedOn - 1;
  const holdings: Holding[] = [];
  let start = START - 30 - Math.floor(draw.next() * draw.next() * 25 * 365);
  while (start <= last) {
    const end = lastDayInPost(seat, Math.max(start, START), start, draw);
    const before = holdings.at(-1);
    const returns = before !== undefined && before.end !== null && start - before.end <= 90 && draw.chance(0.04);
    const worker = returns ? before.worker : nextId(series);
    const forced = seat.convertedOn !== null && (end === null || end > last);
    holdings.push({
      worker,
      seat,
      type: seat.internalType,
      supplier: null,
      start,
      end: forced ? last : end,
      reason: forced ? 'Resigned' : end === null ? '' : draw.pick(REASONS_TO_DRAW),
      firstHired: returns ? before.firstHired : start,
      rate: returns ? before.rate : startingRate(seat.unit.entity, seat.job, draw),
      spread: 1,
    });
    if (forced || end === null) break;
    start = mondayFrom(end + draw.int(14, 63));
  }
  return holdings;
}

/** Null while in post at the end. */
function lastDayInPost(seat: Seat, from: number, hired: number, draw: Rng): number | null {
  for (let month = monthOf(from); month <= monthOf(END); month++) {
    if (draw.chance(riskOfLeaving(seat, hired, month)))
      return draw.int(Math.max(from, firstDay(month)), lastDay(month));
  }
  return null;
}

/** Successive outside workers: contracts of thirteen weeks, often renewed, with short gaps between people. */
function outsiders(seat: Seat, firstStart: number, nextId: NextId, draw: Rng): Holding[] {
  const supplier = supplierOf(seat.unit, seat.job);
  const holdings: Holding[] = [];
  let start = firstStart;
  while (start <= END) {
    const end = start + 7 * 13 * draw.int(1, 5) - 1;
    if (end >= START) {
      holdings.push({
        worker: nextId('X'),
        seat,
        type: supplier.type,
        supplier,
        start,
        end: end > END ? null : end,
        reason: end > END ? '' : 'Assignment ended',
        firstHired: start,
        rate: 0,
        spread: draw.between(0.95, 1.05),
      });
    }
    start = end + 1 + 7 * (draw.chance(0.6) ? 0 : draw.int(1, 2));
  }
  return holdings;
}

/** Whether payroll sees the hours of an outside worker at all. */
export function isOnTimesheets(holding: Holding): boolean {
  return holding.supplier !== null && hasTimesheets(holding.supplier, holding.seat.unit);
}
