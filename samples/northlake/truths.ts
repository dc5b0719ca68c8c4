import { MONTHS, PRIOR, RECENT, dayOf, isoMonth, monthOf } from './calendar.ts';
import type { Extract } from './extract.ts';
import type { InvoiceLine } from './lines.ts';
import { UNMAPPED_CODES } from './payroll.ts';
import { type RosterRow, activePeople } from './roster.ts';
import { BLANK_COST, CONVERSIONS, DAILY, HOT_UNITS, PRICE_SHOCK, RESENT, SEED } from './story.ts';
import { SITES_WITHOUT_LOCUM_TIMESHEETS } from './suppliers.ts';
import { ENTITIES, OVERTIME_HOT_UNITS } from './system.ts';
import { misalignments, overtimeByUnit } from './truth-alignment.ts';
import { assignmentTruths } from './truth-assignments.ts';
import { crosswalkTruths } from './truth-crosswalk.ts';
import { gapOf } from './truth-gap.ts';
import { nightDifferentialGap, payByJob, rankedByMoney, rankedDimensions, rateCardGaps } from './truth-money.ts';
import { credentialTruths, policyTruths } from './truth-policies.ts';
import { retentionTruths } from './truth-retention.ts';
import { schedulingTruths } from './truth-scheduling.ts';
import { shiftTruths } from './truth-shifts.ts';
import { narrowSpans, spanTruths } from './truth-spans.ts';
import { inMonths, sumBy, sumCells, total } from './truth-sums.ts';
import type { World } from './world.ts';

const CLOSE = closeOf('Bayside');

export type Truths = ReturnType<typeof truthsOf>;

/** Everything planted, as the books have it. Hours in hours, money in cents, shares in 0–1, months as YYYY-MM. */
export function truthsOf(world: World, roster: readonly RosterRow[], extracts: readonly Extract[]) {
  const cells = world.books.cells();
  const months = Array.from({ length: MONTHS }, (_, month) => ({
    month: isoMonth(month),
    ...sumCells(cells.filter((cell) => cell.month === month)),
  }));
  const within = (range: typeof RECENT) => ({
    from: isoMonth(range.first),
    to: isoMonth(range.last),
    ...sumCells(inMonths(cells, range)),
  });
  const recent = within(RECENT);
  const prior = within(PRIOR);
  return {
    seed: SEED,
    currency: 'USD',
    extracts: extracts.map(({ file, kind, ledger, planted }) => ({ file, kind, ...ledger, planted })),
    all: within({ first: 0, last: MONTHS - 1 }),
    last_12_months: recent,
    prior_12_months: prior,
    months,
    by_entity_last_12_months: Object.fromEntries(
      ENTITIES.map(({ id }) => [id, sumCells(inMonths(cells, RECENT).filter((cell) => cell.entity === id))]),
    ),
    as_owned: asOwned(world),
    gap: gapOf(cells),
    why_cost_moved: {
      cost_before_cents: prior.internal_cost_cents + prior.external_cost_cents,
      cost_after_cents: recent.internal_cost_cents + recent.external_cost_cents,
      productive_hours_before: prior.internal_productive_hours + prior.external_productive_hours,
      productive_hours_after: recent.internal_productive_hours + recent.external_productive_hours,
      price_shock: priceShock(world),
      substitution: substitution(world),
    },
    external_by_supplier_last_12_months: bySupplier(world),
    supplier_names: supplierNames(world),
    invoices: invoiceTruths(world.invoices),
    volumes: { last_12_months: volumeIn(world, RECENT), prior_12_months: volumeIn(world, PRIOR) },
    overtime: { hot_units: OVERTIME_HOT_UNITS, by_unit_last_12_months: overtimeByUnit(cells) },
    unmapped_pay_codes: unmapped(world),
    digital: {
      workers: new Set(world.labor.filter((line) => line.type === 'digital_worker').map((line) => line.worker)).size,
      cents: within({ first: 0, last: MONTHS - 1 }).digital_cents,
    },
    active_people: {
      on: '2026-09-30',
      by_worker_type: activePeople(world.holdings),
      workers_ever: new Set(world.holdings.map((holding) => holding.worker)).size,
    },
    acquisition: { entity: 'Bayside', close_date: CLOSE },
    special_rows: specialRows(world),
    misalignments: misalignments(world.holdings, cells),
    retention: retentionTruths(world.holdings, world.moves),
    alignment: {
      /** Dimensions in which a difference is planted. Worker mix and floating between units differ by chance alone. */
      planted_dimensions: [
        'job_alignment',
        'pay_distance',
        'scheduling',
        'span_of_control',
        'policy_variance',
        'credential_overlap',
        'supplier_overlap',
        'retention',
      ],
      ranked_dimensions_by_money: rankedDimensions(roster, world, cells),
      ranked_by_money: rankedByMoney(world, cells),
      crosswalk: crosswalkTruths(world.holdings, cells),
      pay_by_job: payByJob(world.holdings),
      rate_card_gaps: rateCardGaps(cells),
      night_differential: nightDifferentialGap(cells),
      shifts: shiftTruths(world.shifts),
      short_notice: schedulingTruths(world.shifts, cells),
      spans: spanTruths(roster),
      narrow_spans: narrowSpans(roster),
      policies: policyTruths(),
      credentials: credentialTruths(world.holdings, world.credentials),
    },
    assignments: assignmentTruths(world.assignments),
  };
}

/** Throws RangeError for an entity that was never acquired. */
function closeOf(entity: string): string {
  const close = ENTITIES.find(({ id }) => id === entity)?.closeDate;
  if (!close) throw new RangeError(`${entity} was not acquired`);
  return close;
}

/** The same figures with Bayside only since it was bought: what the group itself paid. */
function asOwned({ books }: World) {
  const owned = books.cells().filter((cell) => cell.entity !== 'Bayside' || cell.month >= monthOf(dayOf(CLOSE)));
  return { last_12_months: sumCells(inMonths(owned, RECENT)), prior_12_months: sumCells(inMonths(owned, PRIOR)) };
}

function volumeIn({ volumes }: World, range: typeof RECENT): Record<string, number> {
  const dated = volumes.map((volume) => ({ ...volume, month: monthOf(volume.day) }));
  return sumBy(
    inMonths(dated, range),
    (volume) => volume.measure,
    (volume) => volume.value,
  );
}

function priceShock({ notes }: World) {
  const recent = inMonths(notes.shock, RECENT);
  return {
    supplier: PRICE_SHOCK.supplier,
    job_codes: PRICE_SHOCK.jobs,
    from: isoMonth(PRICE_SHOCK.fromMonth),
    factor: PRICE_SHOCK.factor,
    in_accruals_from: isoMonth(PRICE_SHOCK.accruedFromMonth),
    hours_last_12_months: total(recent, (note) => note.hours),
    /** On final lines only, before fees: hours × (rate − rate without the shock). */
    cents_last_12_months: total(recent, (note) => note.cents),
    cents_by_unit: sumBy(
      recent,
      (note) => note.unit,
      (note) => note.cents,
    ),
  };
}

function substitution({ notes }: World) {
  return {
    units: HOT_UNITS,
    seats: CONVERSIONS,
    seats_converted: total(CONVERSIONS, (conversion) => conversion.seats),
    /** Agency hours in seats that employees held a year ago, and what they cost. */
    hours_last_12_months: total(notes.converted, (note) => note.hours),
    cents_last_12_months: total(notes.converted, (note) => note.cents),
    hours_by_unit: sumBy(
      notes.converted,
      (note) => note.unit,
      (note) => note.hours,
    ),
    hours_by_month: sumBy(
      notes.converted,
      (note) => isoMonth(note.month),
      (note) => note.hours,
    ),
  };
}

function bySupplier({ books }: World) {
  const external = inMonths(books.cells(), RECENT).filter((cell) => cell.workerClass === 'external');
  return [...new Set(external.map((cell) => cell.supplier))].sort().map((supplier) => {
    const own = external.filter((cell) => cell.supplier === supplier);
    return {
      supplier: supplier || '(independent contractors, no supplier)',
      hours: total(own, (cell) => cell.hours),
      cost_cents: total(own, (cell) => cell.cents),
    };
  });
}

/** The same agency under several names, with rows by spelling. */
function supplierNames({ labor, invoices }: World) {
  const like = (name: string) => name.toLowerCase().startsWith('crestline');
  return {
    agency: 'Crestline Staffing',
    labor_rows: sumBy(
      labor.filter((line) => like(line.supplier)),
      (line) => line.supplier,
      () => 1,
    ),
    invoice_rows: sumBy(
      invoices.filter((line) => like(line.supplier)),
      (line) => line.supplier,
      () => 1,
    ),
  };
}

/** Distinct lines once both invoice files are in. */
function invoiceTruths(invoices: readonly InvoiceLine[]) {
  const final = invoices.filter((line) => line.status === 'final');
  const hasAmount = (line: InvoiceLine) => line.amount !== null;
  const onTop = (line: InvoiceLine) => line.fees > 0 && line.type === 'agency';
  const credits = final.filter((line) => (line.amount ?? 0) < 0);
  return {
    lines_by_status: sumBy(
      invoices,
      (line) => line.status,
      () => 1,
    ),
    amount_cents_by_status: sumBy(
      invoices.filter(hasAmount),
      (line) => line.status,
      (line) => line.amount ?? 0,
    ),
    fees_on_top_cents: total(final.filter(onTop), (line) => line.fees),
    fees_inside_amount_cents: total(
      final.filter((line) => line.fees > 0 && !onTop(line)),
      (line) => line.fees,
    ),
    credits: { lines: credits.length, cents: total(credits, (line) => line.amount ?? 0) },
    blank_cost: {
      ...BLANK_COST,
      month: isoMonth(BLANK_COST.month),
      lines: final.filter((line) => !hasAmount(line)).length,
    },
    statement_of_work_lines: final.filter((line) => line.worker === '' && line.hours === null).length,
    lines_without_timesheet: final.filter(
      (line) => line.type === 'locum' && SITES_WITHOUT_LOCUM_TIMESHEETS.includes(line.site),
    ).length,
  };
}

function unmapped({ books }: World) {
  const own = books.cells().filter((cell) => cell.payClass === 'unmapped');
  return {
    codes: UNMAPPED_CODES,
    cents: total(own, (cell) => cell.cents),
    hours_left_out: total(own, (cell) => cell.hours),
    cents_last_12_months: total(inMonths(own, RECENT), (cell) => cell.cents),
  };
}

function specialRows(world: World) {
  return {
    corrections: {
      rows: world.reversals.length,
      hours: total(world.reversals, (line) => line.hours),
      cents: total(world.reversals, (line) => line.cents ?? 0),
    },
    equal_punches: {
      rows: world.equalPunches.length,
      pairs: world.equalPunches.length / 2,
      unit: DAILY.unit,
      month: isoMonth(DAILY.month),
    },
    daily_lines: { unit: DAILY.unit, month: isoMonth(DAILY.month) },
    resent: {
      unit: RESENT.unit,
      month: isoMonth(RESENT.month),
      restated: world.restatements.first.size,
      late: world.restatements.late.length,
    },
  };
}
