import { END, MONTHS, type Slice, firstDay, monthOf, overlap, payPeriods } from './calendar.ts';
import { jobOf } from './jobs.ts';
import { type LaborLine, laborLine } from './lines.ts';
import { rateIn } from './pay.ts';
import type { Rng } from './rng.ts';
import type { Holding } from './seats.ts';
import { DAILY, HOT_UNITS, NIGHT_DIFFERENTIAL, YEARLY_GROWTH } from './story.ts';
import { UNITS, type Unit, isFloatPool } from './system.ts';

const LEAVE_SHARE = 0.093;
const ORIENTATION_DAYS = 28;
const STANDBY_PAY = 450;
const EMPLOYER_COST = 0.235;
/** Booked once for all days of the month; the other extras belong to one day. */
const COVERS_THE_MONTH: ReadonlySet<string> = new Set(['overtime', 'differential', 'on_call']);

/** Level of activity in a month, 1 in the middle of the sample. */
export function activityIn(month: number): number {
  return 1 + (YEARLY_GROWTH * (month - MONTHS / 2)) / 12;
}

/** All payroll lines of one employee in one seat. */
export function payrollLines(holding: Holding, rng: Rng): LaborLine[] {
  const lines: LaborLine[] = [];
  const from = Math.max(0, monthOf(holding.start));
  const to = monthOf(holding.end ?? END);
  for (let month = from; month <= to; month++) lines.push(...monthLines(holding, month, rng));
  return lines;
}

function monthLines(holding: Holding, month: number, rng: Rng): LaborLine[] {
  const [first, second] = payPeriods(month);
  const perDiem = holding.type === 'per_diem';
  const last = holding.end !== null && holding.end < second.start ? first : second;
  const lines: LaborLine[] = [];
  const leaveShifts = perDiem ? 0 : drawLeave(holding, month, rng);
  if (perDiem) {
    lines.push(...regularLines(holding, { month, start: first.start, end: second.end }, 0, rng));
  } else {
    lines.push(...regularLines(holding, first, last === first ? leaveShifts : 0, rng));
    if (last === second) lines.push(...regularLines(holding, second, leaveShifts, rng));
  }
  if (lines.length > 0) lines.push(...extraLines(holding, last, rng));
  if (holding.seat.unit.entity === 'Bayside' && lines.length > 0) lines.push(employerCost(holding, last, lines));
  return lines;
}

/** Leave comes in blocks: in about half of the months none, otherwise a few shifts. */
function drawLeave(holding: Holding, month: number, rng: Rng): number {
  const period = payPeriods(month);
  const days = overlap(
    { start: holding.start, end: holding.end ?? END },
    { start: period[0].start, end: period[1].end },
  );
  const expected = ((holding.seat.weeklyHours / holding.seat.shiftHours) * days * LEAVE_SHARE) / 7;
  return rng.chance(0.5) ? rng.round(2 * expected * rng.between(0.6, 1.4)) : 0;
}

function regularLines(holding: Holding, period: Slice, leaveShifts: number, rng: Rng): LaborLine[] {
  const { seat } = holding;
  const days = overlap({ start: holding.start, end: holding.end ?? END }, period);
  const scheduled = rng.round(((seat.weeklyHours / seat.shiftHours) * days * activityIn(period.month)) / 7);
  const leave = Math.min(leaveShifts, scheduled);
  const rate = rateIn(holding.rate, seat.unit.entity, period.month);
  const day = Math.min(period.end, holding.end ?? END);
  const periodStart = Math.max(period.start, holding.start);
  const pay = (payCode: string, hours: number, unit?: Unit) =>
    laborLine(holding, { day, periodStart, payCode, hours, cents: Math.round(hours * rate), workedIn: unit });
  const lines: LaborLine[] = [];
  if (leave > 0) lines.push(pay('paid_leave', leave * seat.shiftHours));
  const shifts = scheduled - leave;
  if (shifts === 0) return lines;
  if (period.start - holding.start < ORIENTATION_DAYS) return [...lines, pay('orientation', shifts * seat.shiftHours)];
  const elsewhere =
    isFloatPool(seat.unit) || (jobOf(seat.job).directCare && rng.chance(0.025))
      ? floatUnit(seat.unit, seat.job, rng)
      : null;
  if (elsewhere && isFloatPool(seat.unit)) return [...lines, pay('regular', shifts * seat.shiftHours, elsewhere)];
  if (seat.unit.name === DAILY.unit && period.month === DAILY.month)
    return [...lines, ...dailyLines(holding, period, shifts, rng)];
  const floated = elsewhere && shifts > 2 ? 1 : 0;
  lines.push(pay('regular', (shifts - floated) * seat.shiftHours));
  if (elsewhere && floated > 0) lines.push(pay('regular', floated * seat.shiftHours, elsewhere));
  return lines;
}

/** Another unit of the same site that staffs the job, or null. */
function floatUnit(home: Unit, job: string, rng: Rng): Unit | null {
  const others = UNITS.filter(
    (unit) =>
      unit.site === home.site &&
      unit !== home &&
      !isFloatPool(unit) &&
      unit.staffing.some((staffing) => staffing.job === job),
  );
  return others.length === 0 ? null : rng.pick(others);
}

/** One line a shift on distinct days of the period. */
function dailyLines(holding: Holding, period: Slice, shifts: number, rng: Rng): LaborLine[] {
  const start = Math.max(period.start, holding.start);
  const days = Math.min(period.end, holding.end ?? END) - start + 1;
  const rate = rateIn(holding.rate, holding.seat.unit.entity, period.month);
  const hours = holding.seat.shiftHours;
  const phase = rng.next();
  return Array.from({ length: shifts }, (_, i) =>
    laborLine(holding, {
      day: start + Math.floor(((i + phase) * days) / shifts),
      payCode: 'regular',
      hours,
      cents: Math.round(hours * rate),
    }),
  );
}

/** Overtime, differentials, standby and the rare rest, once a month, dated like the last pay period. */
function extraLines(holding: Holding, period: Slice, rng: Rng): LaborLine[] {
  const { seat } = holding;
  const job = jobOf(seat.job);
  const rate = rateIn(holding.rate, seat.unit.entity, period.month);
  const day = Math.min(period.end, holding.end ?? END);
  const lines: LaborLine[] = [];
  // Nobody works in the float pool itself: what its people do at night or beyond their hours belongs to a unit.
  const workedIn = isFloatPool(seat.unit) ? (floatUnit(seat.unit, seat.job, rng) ?? undefined) : undefined;
  const monthStart = Math.max(firstDay(period.month), holding.start);
  const add = (payCode: string, hours: number, cents: number) => {
    const periodStart = COVERS_THE_MONTH.has(payCode) ? monthStart : undefined;
    lines.push(laborLine(holding, { day, periodStart, payCode, hours, cents: Math.round(cents), workedIn }));
  };

  const shifts = rng.pick([1, 1, 1, 1, 2, 2, 2, 3]);
  const monthly = seat.weeklyHours * 3.9;
  const meanOvertime = 1.625 * seat.shiftHours;
  const overtimeDue = job.hourly && holding.type !== 'per_diem';
  if (overtimeDue && rng.chance(Math.min(0.95, (seat.unit.overtime * monthly) / meanOvertime))) {
    const hours = shifts * seat.shiftHours;
    add('overtime', hours, hours * rate * 1.5);
  }
  if (seat.night) {
    const hours = rng.int(6, 11) * seat.shiftHours;
    add(
      'differential',
      hours,
      hours * (seat.unit.entity === 'Bayside' ? NIGHT_DIFFERENTIAL.bayside : NIGHT_DIFFERENTIAL.northlake),
    );
  }
  if (isOnStandby(seat.unit, seat.job) && rng.chance(0.4)) {
    const hours = rng.pick([24, 36, 48]);
    add('on_call', hours, hours * STANDBY_PAY);
    if (rng.chance(0.4)) {
      const called = rng.int(3, 10);
      add('call_back', called, called * rate * 1.5);
    }
  }
  if (job.directCare && rng.chance(HOT_UNITS.includes(seat.unit.name) ? 0.08 : 0.012))
    add('incentive', 0, rng.int(8, 24) * 5000);
  if (rng.chance(0.008)) {
    const hours = rng.pick([8, 16, 24]);
    add('other_nonproductive', hours, hours * rate);
  }
  const stray = strayPayCode(seat.unit, rng);
  if (stray) add(stray, stray === 'PC417' ? 8 : 0, stray === 'PC417' ? 8 * rate : rng.int(10, 60) * 1000);
  return lines;
}

/** Pay codes that nobody has mapped. */
export const UNMAPPED_CODES = ['ZMISC', 'PC417', 'B-77'] as const;

function strayPayCode(unit: Unit, rng: Rng): (typeof UNMAPPED_CODES)[number] | null {
  if (!rng.chance(0.0022)) return null;
  if (unit.entity === 'Bayside') return 'B-77';
  return rng.chance(0.5) ? 'ZMISC' : 'PC417';
}

function isOnStandby(unit: Unit, job: string): boolean {
  return ['SURGT', 'CRNA', 'RADT'].includes(job) || (job === 'RN' && unit.measure === 'procedures');
}

/** Bayside's payroll books taxes and benefits as a line a month, money only. */
function employerCost(holding: Holding, period: Slice, lines: readonly LaborLine[]): LaborLine {
  const paid = lines.reduce((sum, line) => sum + (line.cents ?? 0), 0);
  return laborLine(holding, {
    day: Math.min(period.end, holding.end ?? END),
    payCode: 'employer_cost',
    hours: 0,
    cents: Math.round(paid * EMPLOYER_COST),
  });
}
