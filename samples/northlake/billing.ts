import { type Books, placeOf } from './books.ts';
import { isoDay, monthOf } from './calendar.ts';
import { jobOf } from './jobs.ts';
import type { InvoiceLine } from './lines.ts';
import { codeAt } from './pay.ts';
import type { Rng } from './rng.ts';
import { BLANK_COST, PRICE_SHOCK } from './story.ts';
import { type Supplier, cardRate, invoiceName, shockOn } from './suppliers.ts';
import type { Timesheet } from './timesheets.ts';

/** Money that the generator keeps apart while it bills, for the truths. */
export type BillingNotes = {
  /** What the price shock added to final lines, by month and unit, and the hours it fell on. */
  shock: { month: number; unit: string; hours: number; cents: number }[];
  /** Hours and counted cost of agency workers in seats that employees held before. */
  converted: { month: number; unit: string; hours: number; cents: number }[];
};

/** Numbers invoices and their lines; one biller serves all suppliers. */
export class Biller {
  readonly lines: InvoiceLine[] = [];
  readonly notes: BillingNotes = { shock: [], converted: [] };
  readonly #books: Books;
  readonly #rng: Rng;
  readonly #numbers = new Map<string, number>();

  constructor(books: Books, rng: Rng) {
    this.#books = books;
    this.#rng = rng;
  }

  /** Bills all timesheets, posting hours and cost as the rule "external, counted once" has them. */
  bill(sheets: readonly Timesheet[]): void {
    for (const sheet of sheets) {
      if (supplierOfSheet(sheet).terms === 'worker_date') this.#billByDate(sheet);
      else if (supplierOfSheet(sheet).terms === 'none') this.#postAccrual(sheet);
    }
    for (const group of grouped(sheets, 'worker_week', (sheet) => sheet.holding.worker)) this.#billByWeek(group, true);
    for (const group of grouped(
      sheets,
      'job_week',
      (sheet) => `${sheet.holding.seat.unit.name}|${sheet.holding.seat.job}`,
    ))
      this.#billByWeek(group, false);
  }

  #billByDate(sheet: Timesheet): void {
    const supplier = supplierOfSheet(sheet);
    const unknown =
      supplier.name === BLANK_COST.supplier &&
      sheet.holding.seat.unit.name === BLANK_COST.unit &&
      sheet.month === BLANK_COST.month;
    const rate = rateOf(sheet, sheet.holding.spread);
    const base = Math.round(sheet.hours * rate.cents);
    const fees = Math.round(base * supplier.fees);
    const amount = supplier.feesOnTop ? base : base + fees;
    const final = sheet.end <= supplier.finalUntil;
    if (unknown) {
      if (sheet.line) sheet.line.cents = null;
      this.#add(sheet, { workDate: sheet.end, rate: null, amount: null, fees: 0 });
      this.#post(sheet, { hours: sheet.hours, cents: 0, unknownHours: sheet.hours });
      return;
    }
    if (!final) {
      this.#add(sheet, { workDate: sheet.end, rate: rate.cents, amount, fees, status: 'preliminary' });
      this.#postAccrual(sheet);
      return;
    }
    this.#add(sheet, { workDate: sheet.end, rate: rate.cents, amount, fees });
    const cents = base + fees;
    this.#post(sheet, { hours: sheet.hours, cents });
    this.#note(sheet, sheet.month, sheet.hours, cents, base - Math.round(sheet.hours * rate.unshocked));
    this.#plantOddLines(sheet, { rate: rate.cents, base });
  }

  /** Now and then a line was billed wrongly and voided, or credited in part later on the same invoice. */
  #plantOddLines(sheet: Timesheet, { rate, base }: { rate: number; base: number }): void {
    if (this.#rng.chance(0.002))
      this.#add(sheet, {
        workDate: sheet.end,
        rate,
        amount: base * 2,
        fees: 0,
        hours: sheet.hours * 2,
        status: 'void',
      });
    if (this.#rng.chance(0.0012)) {
      const amount = -Math.round(base * this.#rng.between(0.05, 0.3));
      this.#add(sheet, { workDate: sheet.end, rate: null, amount, fees: 0, hours: 0 });
      this.#post(sheet, { hours: 0, cents: amount });
      this.#note(sheet, sheet.month, 0, amount, 0);
    }
  }

  /** One line for a week; its cost belongs to the days of the week, cents by largest remainder. */
  #billByWeek(group: readonly Timesheet[], perWorker: boolean): void {
    const sheet = group[0]!;
    const { week } = sheet;
    const hours = group.reduce((sum, each) => sum + each.hours, 0);
    const rate = rateOf(sheet, perWorker ? sheet.holding.spread : 1);
    const amount = Math.round(hours * rate.cents);
    const days = week.end - week.start + 1;
    this.#add(sheet, {
      periodStart: days < 7 ? week.start : null,
      periodEnd: week.end,
      worker: perWorker ? sheet.holding.worker : '',
      hours,
      rate: rate.cents,
      amount,
      fees: 0,
    });
    for (const each of group) this.#post(each, { hours: each.hours, cents: 0 });
    for (const [month, cents] of spread(amount, week)) this.#post({ ...sheet, month }, { hours: 0, cents });
  }

  #postAccrual(sheet: Timesheet): void {
    const cents = sheet.line?.cents;
    if (cents === undefined || cents === null) throw new RangeError(`nothing accrued for ${sheet.holding.worker}`);
    this.#post(sheet, { hours: sheet.hours, cents });
    this.#note(sheet, sheet.month, sheet.hours, cents, 0);
  }

  #post(sheet: Timesheet, money: { hours: number; cents: number; unknownHours?: number }): void {
    const { holding } = sheet;
    const { unit, job } = holding.seat;
    const place = sheet.line
      ? placeOf(sheet.line)
      : {
          entity: unit.entity,
          site: unit.site,
          unit: unit.name,
          job: codeAt(unit.entity, job),
          directCare: jobOf(job).directCare,
          type: holding.type,
        };
    this.#books.post({
      ...place,
      month: sheet.month,
      workerClass: 'external',
      supplier: supplierOfSheet(sheet).name,
      payClass: sheet.rateType,
      ...money,
    });
  }

  #note(sheet: Timesheet, month: number, hours: number, cents: number, shockCents: number): void {
    const unit = sheet.holding.seat.unit.name;
    if (sheet.holding.seat.convertedOn !== null) this.notes.converted.push({ month, unit, hours, cents });
    if (shockCents > 0) this.notes.shock.push({ month, unit, hours, cents: shockCents });
  }

  #add(sheet: Timesheet, facts: Partial<InvoiceLine> & Pick<InvoiceLine, 'rate' | 'amount' | 'fees'>): void {
    const { holding } = sheet;
    const { unit, job } = holding.seat;
    const supplier = supplierOfSheet(sheet);
    const invoice = `${supplier.prefix}${isoDay(facts.periodEnd ?? sheet.end)
      .slice(2)
      .replaceAll('-', '')}`;
    const line = (this.#numbers.get(invoice) ?? 0) + 1;
    this.#numbers.set(invoice, line);
    this.lines.push({
      supplier: invoiceName(supplier, unit),
      invoice,
      line,
      worker: holding.worker,
      workDate: null,
      periodStart: null,
      periodEnd: null,
      entity: unit.entity,
      site: unit.site,
      unit: unit.name,
      job: codeAt(unit.entity, job),
      type: holding.type,
      rateType: sheet.rateType,
      hours: sheet.hours,
      status: 'final',
      ...facts,
    });
  }
}

function supplierOfSheet(sheet: Timesheet): Supplier {
  if (!sheet.holding.supplier) throw new RangeError(`${sheet.holding.worker} has no supplier`);
  return sheet.holding.supplier;
}

/** The billed rate an hour in whole cents, and what it would be without the price shock. */
function rateOf(sheet: Timesheet, spreadOfWorker: number): { cents: number; unshocked: number } {
  const { seat } = sheet.holding;
  const supplier = supplierOfSheet(sheet);
  const plain =
    cardRate(supplier, seat.unit, seat.job, sheet.month) * spreadOfWorker * (sheet.rateType === 'overtime' ? 1.5 : 1);
  return {
    cents: Math.round(plain * shockOn(supplier, seat.job, sheet.month, PRICE_SHOCK.fromMonth)),
    unshocked: Math.round(plain),
  };
}

/** Timesheets of one week, one rate type and whatever else the terms bill together. */
function grouped(
  sheets: readonly Timesheet[],
  terms: Supplier['terms'],
  keyOf: (sheet: Timesheet) => string,
): Timesheet[][] {
  const groups = new Map<string, Timesheet[]>();
  for (const sheet of sheets) {
    if (supplierOfSheet(sheet).terms !== terms) continue;
    const key = `${keyOf(sheet)}|${sheet.week.start}|${sheet.rateType}`;
    const group = groups.get(key);
    if (group) group.push(sheet);
    else groups.set(key, [sheet]);
  }
  return [...groups.values()];
}

/** Cents by month of an amount that belongs to the days of a week; the first days take the odd cents. */
function spread(amount: number, week: { start: number; end: number }): Map<number, number> {
  const days = week.end - week.start + 1;
  const each = Math.floor(amount / days);
  const odd = amount - each * days;
  const byMonth = new Map<number, number>();
  for (let i = 0; i < days; i++) {
    const month = monthOf(week.start + i);
    byMonth.set(month, (byMonth.get(month) ?? 0) + each + (i < odd ? 1 : 0));
  }
  return byMonth;
}
