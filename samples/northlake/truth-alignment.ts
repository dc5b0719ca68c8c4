import { type Cell, isProductive } from './books.ts';
import { END, MONTHS, RECENT } from './calendar.ts';
import { jobOf } from './jobs.ts';
import { bandAt, codeAt, rateIn } from './pay.ts';
import type { Holding } from './seats.ts';
import { BAYSIDE_PAY, BAYSIDE_RATE_GAP, NIGHT_DIFFERENTIAL } from './story.ts';
import { UNITS } from './system.ts';
import { inMonths, total } from './truth-sums.ts';

const LAST = MONTHS - 1;
const WEEKS = 52;

/** Where Bayside differs from the rest, planted for the alignment analyses; money in cents. */
export function misalignments(holdings: readonly Holding[], cells: readonly Cell[]) {
  const active = holdings.filter(
    (holding) => holding.supplier === null && (holding.end === null || holding.end >= END),
  );
  return {
    pay: payGaps(active),
    suppliers: supplierGaps(inMonths(cells, RECENT)),
    shifts: shiftPatterns(active),
    job_codes: jobCodes(active),
    other: {
      night_differential_cents_an_hour: NIGHT_DIFFERENTIAL,
      employer_cost: { northlake: 'extract loads', bayside: 'pay class employer_cost' },
      fiscal_year_starts_in_month: { northlake: 10, bayside: 1 },
      float_pool: { northlake: true, bayside: false },
      raises: { northlake: '3 % in October', bayside: '2.5 % in January' },
    },
  };
}

/** Jobs that Bayside pays less, and who there earns less than Northlake's band begins with. */
function payGaps(active: readonly Holding[]) {
  return Object.entries(BAYSIDE_PAY).map(([code, level]) => {
    const own = active.filter(({ seat }) => seat.unit.entity === 'Bayside' && codeAt('Bayside', seat.job) === code);
    const job = own[0]?.seat.job;
    if (!job) throw new RangeError(`nobody at Bayside works as ${code}`);
    const peers = active.filter(({ seat }) => seat.unit.entity !== 'Bayside' && seat.job === job);
    const minimum = bandAt(job, LAST).min;
    const below = own
      .map((holding) => ({ weekly: holding.seat.weeklyHours, short: minimum - rateIn(holding.rate, 'Bayside', LAST) }))
      .filter(({ short }) => short > 0);
    return {
      job_code: code,
      northlake_job_code: job,
      planted_level: level,
      people: own.length,
      mean_rate_cents: meanRate(own),
      northlake_mean_rate_cents: meanRate(peers),
      northlake_band_minimum_cents: minimum,
      people_below_minimum: below.length,
      cents_a_year_to_reach_minimum: Math.round(total(below, ({ weekly, short }) => short * weekly * WEEKS)),
    };
  });
}

function meanRate(holdings: readonly Holding[]): number {
  return Math.round(
    total(holdings, (holding) => rateIn(holding.rate, holding.seat.unit.entity, LAST)) / holdings.length,
  );
}

/** Suppliers that serve both sides, and what their higher Bayside rates cost over the last twelve months. */
function supplierGaps(recent: readonly Cell[]) {
  const external = recent.filter((cell) => cell.workerClass === 'external' && cell.supplier !== '');
  const both = [...new Set(external.map((cell) => cell.supplier))].sort();
  return both.map((supplier) => {
    const at = (bayside: boolean) =>
      external.filter((cell) => cell.supplier === supplier && (cell.entity === 'Bayside') === bayside);
    const cents = total(at(true), (cell) => cell.cents);
    const factor = BAYSIDE_RATE_GAP[supplier] ?? 1;
    return {
      supplier,
      northlake_cents: total(at(false), (cell) => cell.cents),
      bayside_cents: cents,
      bayside_hours: total(at(true), (cell) => cell.hours),
      planted_bayside_rate_factor: factor,
      cents_paid_above_northlake_rates: Math.round(cents - cents / factor),
    };
  });
}

/** Units of one kind that run other shift lengths at Bayside; people by shift hours. */
function shiftPatterns(active: readonly Holding[]) {
  return ['Med-surg', 'Perioperative'].map((kind) => {
    const people = (bayside: boolean) => {
      const own = active.filter(
        ({ seat }) => seat.unit.name.startsWith(kind) && (seat.unit.entity === 'Bayside') === bayside,
      );
      return {
        eight: own.filter(({ seat }) => seat.shiftHours === 8).length,
        twelve: own.filter(({ seat }) => seat.shiftHours === 12).length,
      };
    };
    return { units: kind, northlake: people(false), bayside: people(true) };
  });
}

/** Codes that mean no Northlake job exactly. */
function jobCodes(active: readonly Holding[]) {
  const local = active.filter(({ seat }) => seat.unit.entity === 'Bayside' && codeAt('Bayside', seat.job) !== seat.job);
  return [...new Set(local.map(({ seat }) => seat.job))].map((job) => ({
    job_code: codeAt('Bayside', job),
    closest: job,
    title: jobOf(job).title,
    people: local.filter(({ seat }) => seat.job === job).length,
  }));
}

/** Overtime hours as a share of internal productive hours of a unit over the last twelve months. */
export function overtimeByUnit(cells: readonly Cell[]) {
  const recent = inMonths(cells, RECENT).filter((cell) => cell.workerClass === 'internal');
  return UNITS.map(({ name }) => {
    const own = recent.filter((cell) => cell.unit === name);
    const productive = total(own, (cell) => (isProductive(cell.payClass) ? cell.hours : 0));
    const overtime = total(own, (cell) => (cell.payClass === 'overtime' ? cell.hours : 0));
    return { unit: name, overtime_hours: overtime, overtime_share: productive === 0 ? null : overtime / productive };
  }).sort((a, b) => (b.overtime_share ?? 0) - (a.overtime_share ?? 0));
}
