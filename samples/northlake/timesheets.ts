import { END, type Week, weeks } from './calendar.ts';
import { type LaborLine, laborLine } from './lines.ts';
import { activityIn } from './payroll.ts';
import type { Rng } from './rng.ts';
import { type Holding, isOnTimesheets } from './seats.ts';
import { DAILY, PRICE_SHOCK } from './story.ts';
import { cardRate, shockOn } from './suppliers.ts';

/** Hours of an outside worker in a week or the part of it inside one month, as both payroll and the supplier know them. */
export type Timesheet = {
  holding: Holding;
  week: Week;
  month: number;
  start: number;
  end: number;
  rateType: 'regular' | 'overtime';
  hours: number;
  /** The labour line, or null where payroll has no timesheet. */
  line: LaborLine | null;
};

const ATTENDANCE = 0.985;
const WEEKS = weeks();

/** Level of demand for outside workers by month: noise around 1 that all units share. */
export function demandByMonth(months: number, rng: Rng): number[] {
  return Array.from({ length: months }, () => 1 + 0.008 * (rng.next() + rng.next() - 1));
}

/** Timesheets of one outside worker, week by week. */
export function timesheetsOf(holding: Holding, demand: readonly number[], rng: Rng): Timesheet[] {
  const sheets: Timesheet[] = [];
  const daily = (month: number) =>
    holding.seat.unit.name === DAILY.unit && month === DAILY.month && holding.supplier?.terms === 'worker_date';
  // A weekly bill covers both parts of a week cut by a month end, so payroll must know hours on both sides of it.
  const leastShifts = holding.supplier?.terms === 'worker_week' ? 1 : 0;
  for (const week of WEEKS) {
    for (const slice of week.slices) {
      const start = Math.max(slice.start, holding.start);
      const end = Math.min(slice.end, holding.end ?? END);
      if (start > end) continue;
      const { seat } = holding;
      const perWeek = seat.weeklyHours / seat.shiftHours;
      const days = end - start + 1;
      const drawn = rng.round((perWeek * days * ATTENDANCE * demand[slice.month]! * activityIn(slice.month)) / 7);
      const shifts = Math.min(days, Math.max(drawn, leastShifts));
      const overtime = days > 5 && rng.chance(0.07) ? rng.pick([4, 8, 12]) : 0;
      const sheet = (from: number, to: number, rateType: Timesheet['rateType'], hours: number) => {
        if (hours > 0)
          sheets.push(makeSheet(holding, { week, month: slice.month, start: from, end: to, rateType, hours }));
      };
      if (daily(slice.month)) {
        for (let i = 0; i < shifts; i++) {
          const day = start + Math.floor(((i + 0.5) * days) / shifts);
          sheet(day, day, 'regular', seat.shiftHours);
        }
      } else {
        sheet(start, end, 'regular', shifts * seat.shiftHours);
      }
      sheet(start, end, 'overtime', overtime);
    }
  }
  return sheets;
}

function makeSheet(holding: Holding, facts: Omit<Timesheet, 'holding' | 'line'>): Timesheet {
  const { start, end, hours, rateType } = facts;
  if (holding.supplier && !isOnTimesheets(holding)) return { holding, ...facts, line: null };
  const periodStart = start < end ? start : undefined;
  const line = laborLine(holding, { day: end, payCode: rateType, hours, cents: accrual(holding, facts), periodStart });
  return { holding, ...facts, line };
}

/** Accruals use the card, with fees, and learn of a price rise late. */
function accrual(holding: Holding, facts: Pick<Timesheet, 'month' | 'hours' | 'rateType'>): number {
  const { supplier, seat } = holding;
  if (!supplier) throw new RangeError(`${holding.worker} has no supplier`);
  const card =
    cardRate(supplier, seat.unit, seat.job, facts.month) *
    shockOn(supplier, seat.job, facts.month, PRICE_SHOCK.accruedFromMonth);
  return Math.round(facts.hours * Math.round(card * (1 + supplier.fees)) * (facts.rateType === 'overtime' ? 1.5 : 1));
}
