import { dayOf, isoDay, monthOf } from './calendar.ts';
import { type Field, money } from './csv.ts';
import type { ExtractPlan } from './extract.ts';
import type { InvoiceLine } from './lines.ts';
import { faults } from './planted-errors.ts';

const COLUMNS = [
  'invoice_id',
  'line_id',
  'worker_id',
  'work_date',
  'period_start',
  'period_end',
  'rate_type',
  'hours',
  'bill_rate',
  'amount',
  'fees',
  'currency',
  'status',
  'supplier',
  'entity',
  'site',
  'unit',
  'job_code',
  'worker_type',
];

const SPLIT_MONTH = 18;
/** From this day on, the first file was cut before everything was settled, so the second file brings the days again. */
const OVERLAP_FROM = dayOf('2025-09-22');

function row(line: InvoiceLine): Field[] {
  return [
    line.invoice,
    line.line,
    line.worker,
    iso(line.workDate),
    iso(line.periodStart),
    iso(line.periodEnd),
    line.rateType,
    line.hours,
    money(line.rate),
    money(line.amount),
    money(line.fees),
    'USD',
    line.status,
    line.supplier,
    line.entity,
    line.site,
    line.unit,
    line.job,
    line.type,
  ];
}

function iso(day: number | null): string {
  return day === null ? '' : isoDay(day);
}

function billedOn(line: InvoiceLine): number {
  const day = line.workDate ?? line.periodEnd;
  if (day === null) throw new RangeError(`invoice ${line.invoice} has no date`);
  return day;
}

/** Greenfield's last lines of the first file were preliminary, at an estimate; the second file has them final. */
function isRestated(line: InvoiceLine): boolean {
  return line.invoice.startsWith('GN') && line.status === 'final' && line.hours !== 0;
}

function asEstimated(line: InvoiceLine): InvoiceLine {
  return { ...line, amount: Math.round(((line.amount ?? 0) * 0.97) / 100) * 100, status: 'preliminary' };
}

/** Invoices of all suppliers in two files; the second sends the last days of the first again. */
export function invoiceFiles(lines: readonly InvoiceLine[]): ExtractPlan[] {
  const sorted = lines.toSorted(
    (a, b) =>
      compare(a.supplier, b.supplier) ||
      compare(a.worker, b.worker) ||
      billedOn(a) - billedOn(b) ||
      compare(a.invoice, b.invoice) ||
      a.line - b.line,
  );
  const early = sorted.filter((line) => monthOf(billedOn(line)) < SPLIT_MONTH);
  const again = early.filter((line) => billedOn(line) >= OVERLAP_FROM);
  const late = sorted.filter((line) => monthOf(billedOn(line)) >= SPLIT_MONTH || billedOn(line) >= OVERLAP_FROM);
  const restated = again.filter(isRestated).length;
  const common = {
    kind: 'invoices',
    header: COLUMNS,
    description:
      'Lines per worker and timesheet, per worker and week, or per job and week, as each supplier bills; statements of work without hours.',
  };
  return [
    {
      ...common,
      file: 'invoices-1.csv.gz',
      title: 'Invoices, April 2024 to September 2025',
      rows: early.map((line) => row(again.includes(line) && isRestated(line) ? asEstimated(line) : line)),
      faults: [
        ...faults('invalid_date', 'work_date', ['2024-11-31', 'week 14', '2025-02-29']),
        ...faults('invalid_number', 'amount', ['TBC', 'TBC', '1.2.3']),
        ...faults('short_row', '', [''], 2),
      ],
    },
    {
      ...common,
      file: 'invoices-2.csv.gz',
      title: 'Invoices, October 2025 to September 2026',
      rows: late.map(row),
      faults: [
        ...faults('missing_value', 'invoice_id', [''], 4),
        ...faults('unknown_value', 'worker_type', ['subcontract'], 3),
        ...faults('long_row', '', ['PO 4471'], 2),
      ],
      duplicates: again.length - restated,
      restated,
    },
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
