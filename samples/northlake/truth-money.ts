import type { Cell } from './books.ts';
import { MONTHS, RECENT } from './calendar.ts';
import { NOT_YET_MAPPED } from './crosswalk.ts';
import { groupBy } from './group-by.ts';
import { BAYSIDE_LOCAL_CODES, jobOf } from './jobs.ts';
import { LOADS } from './loads.ts';
import { bandAt, codeAt, rateIn } from './pay.ts';
import { publishedRate } from './rate-cards.ts';
import type { RosterRow } from './roster.ts';
import type { Holding } from './seats.ts';
import { isInPostAtEnd } from './spells.ts';
import { NIGHT_DIFFERENTIAL } from './story.ts';
import { invoiceName, supplierOf } from './suppliers.ts';
import { UNITS } from './system.ts';
import { schedulingTruths } from './truth-scheduling.ts';
import { narrowSpans } from './truth-spans.ts';
import { inMonths, medianOf, total } from './truth-sums.ts';
import type { World } from './world.ts';

const LAST = MONTHS - 1;
const WEEKS = 52;

/** Pay of every Bayside job against the same job at Northlake and its band in September 2026; own staff in post, per diem too. */
export function payByJob(holdings: readonly Holding[]) {
  const own = holdings.filter((holding) => holding.supplier === null && isInPostAtEnd(holding));
  const paid = ({ seat, rate }: Holding) => rateIn(rate, seat.unit.entity, LAST);
  const isBayside = ({ seat }: Holding) => seat.unit.entity === 'Bayside';
  return [...groupBy(own.filter(isBayside), ({ seat }) => seat.job)].map(([job, people]) => {
    const peers = own.filter((holding) => !isBayside(holding) && holding.seat.job === job);
    const band = bandAt(job, LAST);
    const short = (target: number) => {
      const below = people.filter((each) => paid(each) < target);
      const weekly = (each: Holding) => (target - paid(each)) * each.seat.weeklyHours;
      return {
        people: below.length,
        cents_a_week: Math.round(total(below, weekly)),
        cents_a_year: Math.round(total(below, (each) => weekly(each) * WEEKS)),
        cents_a_year_with_northlakes_variable_load: Math.round(
          total(below, (each) => weekly(each) * WEEKS * (1 + variableLoad(each))),
        ),
      };
    };
    const above = people.filter((each) => paid(each) > band.max);
    return {
      job_code: codeAt('Bayside', job),
      northlake_job_code: job,
      people: people.length,
      northlake_people: peers.length,
      band_cents: band,
      northlake_median_cents: medianOf(peers.map(paid).sort((a, b) => a - b)),
      /** Area between the two distribution functions of pay an hour, in cents. */
      wasserstein_cents: wasserstein(people.map(paid), peers.map(paid)),
      to_minimum: short(band.min),
      to_midpoint: short(band.mid),
      above_maximum: { people: above.length, cents_an_hour: total(above, (each) => paid(each) - band.max) },
    };
  });
}

function variableLoad({ seat, type }: Holding): number {
  const { family } = jobOf(seat.job);
  const load = LOADS.findLast((each) => each.entity === 'Northlake' && each.family === family && each.type === type);
  if (!load) throw new RangeError(`no load for ${family}, ${type}`);
  return load.variable;
}

function wasserstein(a: readonly number[], b: readonly number[]): number {
  const points = [...new Set([...a, ...b])].sort((x, y) => x - y);
  const below = (values: readonly number[], point: number) =>
    values.filter((value) => value <= point).length / values.length;
  return total(points.slice(1), (point) => {
    const before = points[points.indexOf(point) - 1]!;
    return Math.abs(below(a, before) - below(b, before)) * (point - before);
  });
}

/** Bayside's hours over the last twelve months at the difference between its rate cards and Northlake's, supplier by supplier. */
export function rateCardGaps(cells: readonly Cell[]) {
  const home = UNITS.find(({ entity }) => entity === 'Northlake')!;
  const meaning = new Map(Object.entries(BAYSIDE_LOCAL_CODES).map(([job, code]) => [code, job]));
  const gaps = inMonths(cells, RECENT)
    .filter((cell) => cell.entity === 'Bayside' && cell.workerClass === 'external' && cell.hours !== 0)
    .flatMap((cell) => {
      const unit = UNITS.find(({ name }) => name === cell.unit)!;
      const job = meaning.get(cell.job) ?? cell.job;
      const supplier = supplierOf(unit, job);
      if (!servesNorthlake(supplier.name)) return [];
      const multiple = cell.payClass === 'overtime' ? 1.5 : 1;
      const rate = (at: typeof unit) => Math.round(publishedRate(supplier, at, job, cell.month) * multiple);
      const cents = Math.round(cell.hours * (rate(unit) - rate(home)));
      return { supplier: supplier.name, name: invoiceName(supplier, unit), job: cell.job, hours: cell.hours, cents };
    });
  return [...groupBy(gaps, ({ supplier }) => supplier)].map(([supplier, own]) => ({
    supplier,
    name_at_bayside: own[0]!.name,
    hours: total(own, ({ hours }) => hours),
    cents: total(own, ({ cents }) => cents),
    by_job: [...groupBy(own, ({ job }) => job)].map(([job, ofJob]) => ({
      job_code: job,
      hours: total(ofJob, ({ hours }) => hours),
      cents: total(ofJob, ({ cents }) => cents),
    })),
  }));
}

function servesNorthlake(supplier: string): boolean {
  return UNITS.some(
    (unit) =>
      unit.entity !== 'Bayside' &&
      unit.staffing.some(({ job, agency }) => agency > 0 && supplierOf(unit, job).name === supplier),
  );
}

/** What it costs to pay Bayside's nights as Northlake pays them: hours of the last twelve months at the difference. */
export function nightDifferentialGap(cells: readonly Cell[]) {
  const nights = inMonths(cells, RECENT).filter(
    (cell) => cell.entity === 'Bayside' && cell.payClass === 'differential',
  );
  const hours = total(nights, (cell) => cell.hours);
  const { northlake, bayside } = NIGHT_DIFFERENTIAL;
  return {
    hours_last_12_months: hours,
    cents_an_hour: { northlake, bayside },
    cents_a_year: hours * (northlake - bayside),
  };
}

/** The planted misalignments that cost money, dearest first; the others are not to be had for money alone. */
export function rankedByMoney({ holdings, shifts }: Pick<World, 'holdings' | 'shifts'>, cells: readonly Cell[]) {
  const night = nightDifferentialGap(cells);
  const items = [
    ...payByJob(holdings)
      .filter(({ to_minimum: minimum }) => minimum.cents_a_year > 0)
      .map(({ job_code, to_minimum: minimum }) => ({
        dimension: 'pay',
        what: `${job_code} to Northlake’s minimum`,
        /** Only what the first crosswalk maps can be measured with it. */
        mapped: !NOT_YET_MAPPED.includes(job_code) as boolean | null,
        people: minimum.people as number | null,
        cents_a_year: minimum.cents_a_year,
      })),
    ...rateCardGaps(cells)
      .filter(({ cents }) => cents > 0)
      .map(({ supplier, cents }) => ({
        dimension: 'suppliers',
        what: `${supplier} at Northlake’s rates`,
        mapped: null,
        people: null,
        cents_a_year: cents,
      })),
    { dimension: 'policies', what: 'night differential', mapped: null, people: null, cents_a_year: night.cents_a_year },
    {
      dimension: 'scheduling',
      what: 'shifts posted as early as Northlake’s',
      mapped: null,
      people: null,
      cents_a_year: schedulingTruths(shifts, cells).cents_a_year,
    },
  ];
  return items.toSorted((a, b) => b.cents_a_year - a.cents_a_year);
}

/** The dimensions that carry money, dearest first: what closing the gap costs a year, or saves. */
export function rankedDimensions(roster: readonly RosterRow[], world: Pick<World, 'holdings' | 'shifts'>, cells: readonly Cell[]) {
  const items = rankedByMoney(world, cells);
  const sum = (dimension: string) =>
    total(
      items.filter((item) => item.dimension === dimension),
      (item) => item.cents_a_year,
    );
  return [
    { dimension: 'span_of_control', closing_it: 'saves', cents_a_year: narrowSpans(roster).cents_a_year },
    { dimension: 'scheduling', closing_it: 'saves', cents_a_year: sum('scheduling') },
    { dimension: 'supplier_overlap', closing_it: 'saves', cents_a_year: sum('suppliers') },
    { dimension: 'pay_distance', closing_it: 'costs', cents_a_year: sum('pay') },
    { dimension: 'policy_variance', closing_it: 'costs', cents_a_year: sum('policies') },
  ].toSorted((a, b) => b.cents_a_year - a.cents_a_year);
}
