import { firstDay, isoDay, lastDay } from './calendar.ts';
import { money } from './csv.ts';
import type { ExtractPlan } from './extract.ts';
import { jobOf } from './jobs.ts';
import { codeAt } from './pay.ts';
import { faults } from './planted-errors.ts';
import { PRICE_SHOCK } from './story.ts';
import { type Supplier, cardRate, invoiceName, shockOn, supplierOf } from './suppliers.ts';
import { UNITS, type Unit } from './system.ts';

export type Card = {
  supplier: string;
  job: string;
  site: string;
  rateType: 'regular' | 'overtime';
  from: number;
  /** Last day, or null without end. */
  to: number | null;
  cents: number;
};

/** Months in which some card changes: new contracts, and the price shock once the cards followed it. */
const CHANGES = [0, 9, 18, PRICE_SHOCK.accruedFromMonth];
const MULTIPLES = { regular: 1, overtime: 1.5 } as const;

/** The rate an hour on the card in force in a month, in whole cents. */
export function publishedRate(supplier: Supplier, unit: Unit, job: string, month: number): number {
  return Math.round(cardRate(supplier, unit, job, month) * shockOn(supplier, job, month, PRICE_SHOCK.accruedFromMonth));
}

/** Every card by supplier, job, site and rate type; a supplier has the name that its invoices to the site have. */
export function rateCards(): Card[] {
  const places = UNITS.flatMap((unit) =>
    unit.staffing
      .filter(({ job, agency }) => agency > 0 && jobOf(job).card > 0)
      .map(({ job }) => ({ unit, job, supplier: supplierOf(unit, job) })),
  ).filter(({ supplier }) => supplier.name !== '');
  const perSite = new Map(places.map((place) => [`${place.supplier.name}|${place.job}|${place.unit.site}`, place]));
  return [...perSite.values()].flatMap(({ unit, job, supplier }) =>
    periods(supplier, unit, job).flatMap(({ first, last, cents }) =>
      (['regular', 'overtime'] as const).map((rateType) => ({
        supplier: invoiceName(supplier, unit),
        job: codeAt(unit.entity, job),
        site: unit.site,
        rateType,
        from: firstDay(first),
        to: last === null ? null : lastDay(last),
        cents: Math.round(cents * MULTIPLES[rateType]),
      })),
    ),
  );
}

/** Runs of months with one rate. */
function periods(supplier: Supplier, unit: Unit, job: string) {
  const changes = CHANGES.filter(
    (month) =>
      month === 0 || publishedRate(supplier, unit, job, month) !== publishedRate(supplier, unit, job, month - 1),
  );
  return changes.map((first, i) => {
    const next = changes[i + 1];
    return { first, last: next === undefined ? null : next - 1, cents: publishedRate(supplier, unit, job, first) };
  });
}

export function ratesFile(): ExtractPlan {
  return {
    file: 'rates.csv.gz',
    kind: 'rates',
    title: 'Rate cards of the agencies',
    description: 'Rates an hour by supplier, job, site and rate type, as the contracts have them; fees not included.',
    header: ['supplier', 'job_code', 'site', 'rate_type', 'valid_from', 'valid_to', 'rate', 'currency'],
    rows: rateCards().map((card) => [
      card.supplier,
      card.job,
      card.site,
      card.rateType,
      isoDay(card.from),
      card.to === null ? '' : isoDay(card.to),
      money(card.cents),
      'USD',
    ]),
    faults: [
      ...faults('invalid_number', 'rate', ['see contract', 'TBD']),
      ...faults('invalid_date', 'valid_from', ['2025-00-01']),
      ...faults('out_of_range', 'rate', ['-98.00']),
    ],
  };
}
