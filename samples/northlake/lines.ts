import { codeAt } from './pay.ts';
import { jobOf } from './jobs.ts';
import type { Holding } from './seats.ts';
import { timesheetName } from './suppliers.ts';
import type { Unit } from './system.ts';

/** A labour line as our canonical extract has it; money in cents, null where the source left it blank. */
export type LaborLine = {
  worker: string;
  day: number;
  /** First day covered, where the source says so. */
  periodStart: number | null;
  payCode: string;
  hours: number;
  cents: number | null;
  entity: string;
  site: string;
  unit: string;
  homeUnit: string;
  job: string;
  type: string;
  supplier: string;
  correction: boolean;
  family: string;
  directCare: boolean;
  shiftHours: number;
};

export type LineFacts = Pick<LaborLine, 'day' | 'payCode' | 'hours' | 'cents'> & {
  periodStart?: number;
  workedIn?: Unit;
};

/** A line of a person in their seat, worked in another unit where `workedIn` says so. */
export function laborLine(holding: Holding, facts: LineFacts): LaborLine {
  const { seat } = holding;
  const unit = facts.workedIn ?? seat.unit;
  const job = jobOf(seat.job);
  return {
    worker: holding.worker,
    day: facts.day,
    periodStart: facts.periodStart ?? null,
    payCode: facts.payCode,
    hours: facts.hours,
    cents: facts.cents,
    entity: unit.entity,
    site: unit.site,
    unit: unit.name,
    homeUnit: seat.unit.name,
    job: codeAt(seat.unit.entity, seat.job),
    type: holding.type,
    supplier: holding.supplier ? timesheetName(holding.supplier, seat.unit) : '',
    correction: false,
    family: job.family,
    directCare: job.directCare,
    shiftHours: seat.shiftHours,
  };
}

/** An invoice line; dates as day numbers, money in cents, null where blank. */
export type InvoiceLine = {
  supplier: string;
  invoice: string;
  line: number;
  worker: string;
  workDate: number | null;
  periodStart: number | null;
  periodEnd: number | null;
  entity: string;
  site: string;
  unit: string;
  job: string;
  type: string;
  rateType: string;
  hours: number | null;
  rate: number | null;
  amount: number | null;
  fees: number;
  status: 'final' | 'void' | 'preliminary';
};
