import { BAYSIDE_RATE_GAP, PRICE_SHOCK } from './story.ts';
import type { Unit } from './system.ts';
import { jobOf } from './jobs.ts';
import { dayOf } from './calendar.ts';

export type ExternalType = 'agency' | 'locum' | 'independent_contractor' | 'vendor';

/**
 * How a supplier bills:
 * `worker_date`  a line per worker and timesheet, dated like the timesheet;
 * `worker_week`  a line per worker and week, dated by the end of the week;
 * `job_week`     a line per unit, job and week, without a worker;
 * `none`         never invoiced in this sample: the accrual is all there is.
 */
export type Terms = 'worker_date' | 'worker_week' | 'job_week' | 'none';

export type Supplier = {
  name: string;
  prefix: string;
  type: ExternalType;
  terms: Terms;
  /** Fees as a share of hours times rate. */
  fees: number;
  /** Fees come on top of the amount, or are already inside it. */
  feesOnTop: boolean;
  /** Last day billed with final lines. */
  finalUntil: number;
  /** Level of its rates against the card. */
  level: number;
};

const END = dayOf('2026-09-30');

const CRESTLINE: Supplier = {
  name: PRICE_SHOCK.supplier,
  prefix: 'CS',
  type: 'agency',
  terms: 'worker_date',
  fees: 0.025,
  feesOnTop: true,
  finalUntil: dayOf('2026-09-20'),
  level: 1.1,
};
const GREENFIELD: Supplier = {
  name: 'Greenfield Nursing',
  prefix: 'GN',
  type: 'agency',
  terms: 'worker_date',
  fees: 0.015,
  feesOnTop: true,
  finalUntil: dayOf('2026-09-13'),
  level: 0.98,
};
const TIDEWATER: Supplier = {
  name: 'Tidewater Medical Staffing',
  prefix: 'TM',
  type: 'agency',
  terms: 'worker_date',
  fees: 0,
  feesOnTop: false,
  finalUntil: dayOf('2026-09-27'),
  level: 0.97,
};
const SUMMIT: Supplier = {
  name: 'Summit Allied',
  prefix: 'SA',
  type: 'agency',
  terms: 'worker_week',
  fees: 0,
  feesOnTop: false,
  finalUntil: END,
  level: 1,
};
const BRIGHTPATH: Supplier = {
  name: 'BrightPath Home Staffing',
  prefix: 'BP',
  type: 'agency',
  terms: 'job_week',
  fees: 0,
  feesOnTop: false,
  finalUntil: END,
  level: 0.95,
};
const MERIDIAN: Supplier = {
  name: 'Meridian Locums',
  prefix: 'ML',
  type: 'locum',
  terms: 'worker_date',
  fees: 0.03,
  feesOnTop: false,
  finalUntil: END,
  level: 1,
};
const CLEARSPAN: Supplier = {
  name: 'ClearSpan Facilities',
  prefix: 'CF',
  type: 'vendor',
  terms: 'none',
  fees: 0,
  feesOnTop: false,
  finalUntil: 0,
  level: 1,
};
const DIRECT: Supplier = {
  name: '',
  prefix: 'IC',
  type: 'independent_contractor',
  terms: 'none',
  fees: 0,
  feesOnTop: false,
  finalUntil: 0,
  level: 1,
};

/** The supplier of outside workers for a job in a unit; each unit buys a job from one supplier. */
export function supplierOf(unit: Unit, job: string): Supplier {
  if (job === 'ANL') return DIRECT;
  if (job === 'EVS') return CLEARSPAN;
  if (job === 'MD' || job === 'CRNA') return MERIDIAN;
  if (unit.name.startsWith('Emergency') || unit.name === 'Perioperative, Main') return CRESTLINE;
  if (unit.site === 'Home care') return BRIGHTPATH;
  if (jobOf(job).family === 'Allied health') return SUMMIT;
  return unit.entity === 'Bayside' ? TIDEWATER : GREENFIELD;
}

/** One agency under several names: each entity spells it its own way, and invoices differ from timesheets. */
export function invoiceName(supplier: Supplier, unit: Unit): string {
  if (supplier !== CRESTLINE) return supplier.name;
  if (unit.entity === 'Bayside') return 'CRESTLINE STAFFING LLC';
  return unit.site === 'Lakeside' ? 'Crestline Staffing, Inc.' : supplier.name;
}

/** The name on timesheets. */
export function timesheetName(supplier: Supplier, unit: Unit): string {
  return supplier === CRESTLINE && unit.entity === 'Bayside' ? 'Crestline Staffing LLC' : supplier.name;
}

/** Locums at these hospitals are billed without any timesheet in payroll. */
export const SITES_WITHOUT_LOCUM_TIMESHEETS: readonly string[] = ['Northgate', 'Bayside'];

export function hasTimesheets(supplier: Supplier, unit: Unit): boolean {
  return supplier !== MERIDIAN || !SITES_WITHOUT_LOCUM_TIMESHEETS.includes(unit.site);
}

/** Rates on the card in a month, against April 2024: ordinary rises on new contracts, apart from the price shock. */
function drift(supplier: Supplier, month: number): number {
  const first = month >= 9 ? 1.03 : 1;
  return month >= 18 && supplier !== CRESTLINE ? first * 1.07 : first;
}

/** The card rate an hour in cents, without the price shock. */
export function cardRate(supplier: Supplier, unit: Unit, job: string, month: number): number {
  const gap = unit.entity === 'Bayside' ? (BAYSIDE_RATE_GAP[supplier.name] ?? 1) : 1;
  return jobOf(job).card * supplier.level * gap * drift(supplier, month);
}

/** Factor of the price shock on a bill in a month; 1 where it does not apply. */
export function shockOn(supplier: Supplier, job: string, month: number, fromMonth: number): number {
  const hit = supplier === CRESTLINE && PRICE_SHOCK.jobs.includes(job) && month >= fromMonth;
  return hit ? PRICE_SHOCK.factor : 1;
}
