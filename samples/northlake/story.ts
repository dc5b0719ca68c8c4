import { dayOf } from './calendar.ts';

/** What is planted, in one place: change a number here and everything else, truths included, follows. */

export const SEED = 20260930;

/** Units in which agency workers replaced employees over the last year, seat by seat. */
export const CONVERSIONS: readonly { unit: string; job: string; seats: number }[] = [
  { unit: 'Emergency, Lakeside', job: 'RN', seats: 21 },
  { unit: 'Emergency, Lakeside', job: 'CNA', seats: 4 },
  { unit: 'Emergency, Lakeside', job: 'RT', seats: 2 },
  { unit: 'Emergency, Bayside', job: 'RN', seats: 17 },
  { unit: 'Emergency, Bayside', job: 'CNA', seats: 3 },
  { unit: 'Emergency, Bayside', job: 'RT', seats: 1 },
  { unit: 'Perioperative, Main', job: 'RN', seats: 13 },
  { unit: 'Perioperative, Main', job: 'SURGT', seats: 8 },
];
/** First and last month in which a seat passes from an employee to an agency. */
export const CONVERSION_MONTHS = { first: 18, last: 27 };

export const HOT_UNITS: readonly string[] = [...new Set(CONVERSIONS.map((conversion) => conversion.unit))];

/** One supplier raised its rates for bedside and operating-room jobs at the turn of the year. */
export const PRICE_SHOCK = {
  supplier: 'Crestline Staffing',
  jobs: ['RN', 'CNA', 'PCT', 'RT', 'SURGT'],
  fromMonth: 19,
  factor: 1.18,
  /** Accruals follow the card, and the card was updated late. */
  accruedFromMonth: 21,
};

/** The same agencies charge Bayside more for the same job. */
export const BAYSIDE_RATE_GAP: Readonly<Record<string, number>> = { 'Crestline Staffing': 1.06, 'Summit Allied': 1.09 };

/** Bayside pays these jobs less than Northlake. */
export const BAYSIDE_PAY: Readonly<Record<string, number>> = { RN: 0.92, RT: 0.9, SURGT: 0.93, PCT: 0.94, LPN: 0.95 };

/** Northlake's pay band starts and ends at these shares of the median of the job. */
export const BAND_MINIMUM = 0.88;
export const BAND_MAXIMUM = 1.2;

/** Cents an hour on top of pay at night. */
export const NIGHT_DIFFERENTIAL = { northlake: 450, bayside: 300 };

/** Growth of activity over a year, seen in hours and in volumes. */
export const YEARLY_GROWTH = 0.012;

/** The unit and month with a line per shift rather than per pay period. */
export const DAILY = { unit: 'Emergency, Lakeside', month: 28 };

/** The unit and month sent again later, with the same rows, corrected rows and late timecards. */
export const RESENT = { unit: 'ICU, Main', month: 28 };

/** No rate was agreed here: timesheets and invoice lines come without money, so the cost of the hours is unknown. */
export const BLANK_COST = { supplier: 'Tidewater Medical Staffing', unit: 'ICU, Bayside', month: 23 };

/** The day from which Bayside belongs to Northlake. */
export const CLOSE = dayOf('2025-12-01');

/** In two units people leave at this multiple of what tenure and job explain. */
export const EARLY_LEAVING = { units: ['Telemetry, Main', 'Med-surg 2N, Lakeside'], factor: 2.2 };

/** Whoever came with Bayside leaves at a multiple of a newcomer's risk for some months after the close, later like a newcomer. */
export const POST_CLOSE = { fromMonth: 20, months: 6, timesNewcomers: 2.2 };

/** People who moved to another entity, and contractors who were employed in the unit that they had worked for. */
export const MOVES = { transfers: 18, transfersAcrossTheClose: 3, conversions: 14 };

/** Direct reports of a manager or team lead, from and to. */
export const SPANS = { northlake: { low: 8, high: 18 }, bayside: { low: 5, high: 11 } };

/** What Bayside settled otherwise until, after the close, it took over Northlake's rule, and the day from which it has it. */
export const BAYSIDE_ADOPTED: readonly { attribute: string; before: string; from: string }[] = [
  { attribute: 'weekend differential', before: '2.00 USD an hour', from: '2026-01-01' },
  { attribute: 'privacy_training', before: 'not required', from: '2026-02-01' },
  { attribute: 'overtime threshold', before: '8 h a day', from: '2026-02-01' },
  { attribute: 'contract length', before: '26 weeks', from: '2026-04-01' },
  { attribute: 'shift swaps', before: 'No', from: '2026-04-01' },
  { attribute: 'service kept on rehire', before: 'no', from: '2026-05-01' },
  { attribute: 'probation', before: '180 days', from: '2026-07-01' },
];

/** The schedule is posted this many days before it begins, for this many days. */
export const POSTING = { northlake: { ahead: 28, period: 28 }, bayside: { ahead: 7, period: 14 } };

/** Some of Bayside's units have posted theirs as early as Northlake since the period that began on this day. */
export const EARLY_POSTING = {
  units: ['Med-surg A, Bayside', 'Med-surg B, Bayside', 'ICU, Bayside', 'Women and newborn, Bayside'],
  from: dayOf('2026-08-17'),
};

/** Of shifts that own staff would work, an agency works this part more where they were posted less than so many days ahead. */
export const SHORT_NOTICE = { days: 28, toAgency: 0.05 };
