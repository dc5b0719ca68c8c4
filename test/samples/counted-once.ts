import type { Row } from './northlake-reader.ts';

/** Hours, and money in cents, by month: the rules of DEFINITIONS "Hours and money" in their plainest form. */
export type MonthSums = {
  internalHours: number;
  pay: number;
  load: number;
  externalHours: number;
  externalCost: number;
  unknownHours: number;
  digital: number;
  statements: number;
};

const EXTERNAL = new Set(['agency', 'locum', 'independent_contractor', 'vendor']);
const PRODUCTIVE = new Set(['regular', 'overtime', 'call_back']);
const DAY = 86_400_000;

/** A final invoice line that names a worker, over its days; both ends belong to it. */
type Bill = { start: string; end: string; hours: number; cents: number | null; worked: boolean };

/**
 * Sums accepted rows by month. Hours come from timesheets, else from invoices; cost from final invoice lines, else from accruals.
 * An invoice line bills the timesheets whose work date is one of its days, whatever days they cover; its own money is laid over its days.
 * Suppliers whose invoices name no worker are billed by unit and job; their accruals never count.
 */
export function sumByMonth(rows: Record<string, Row[]>): Map<string, MonthSums> {
  const months = new Map<string, MonthSums>();
  const at = (day: string) => {
    const month = day.slice(0, 7);
    let sums = months.get(month);
    if (!sums)
      months.set(
        month,
        (sums = {
          internalHours: 0,
          pay: 0,
          load: 0,
          externalHours: 0,
          externalCost: 0,
          unknownHours: 0,
          digital: 0,
          statements: 0,
        }),
      );
    return sums;
  };
  const loads = new Map(
    rows['loads']!.map((load) => [
      `${load['entity']}|${load['job_family']}|${load['worker_type']}|${load['valid_from']}`,
      Number(load['fixed_load']) + Number(load['variable_load']),
    ]),
  );
  const billedByJob = new Set(
    rows['invoices']!.filter((line) => line['worker_id'] === '' && line['hours'] !== '').map(
      (line) => line['supplier'],
    ),
  );
  const bills = billsByWorker(rows['invoices']!);

  for (const line of rows['labor']!) {
    const cents = toCents(line['cost']!);
    const sums = at(line['work_date']!);
    if (line['worker_type'] === 'digital_worker') {
      sums.digital += cents ?? 0;
    } else if (EXTERNAL.has(line['worker_type']!)) {
      const found = (bills.get(line['worker_id']!) ?? []).filter((bill) => isWithin(line['work_date']!, bill));
      for (const bill of found) bill.worked = true;
      const hours = Number(line['hours']);
      sums.externalHours += hours;
      if (found.some((bill) => bill.cents !== null) || billedByJob.has(line['supplier']!)) continue;
      if (cents === null) sums.unknownHours += hours;
      else sums.externalCost += cents;
    } else {
      if (PRODUCTIVE.has(line['pay_code']!)) sums.internalHours += Number(line['hours']);
      sums.pay += cents ?? 0;
      if (line['entity'] !== 'Bayside') sums.load += (cents ?? 0) * loads.get(loadKey(line))!;
    }
  }
  for (const line of rows['invoices']!) {
    if (line['status'] !== 'final' || line['worker_id'] !== '') continue;
    const { start, end } = daysBilled(line);
    if (line['hours'] === '') at(end).statements += toCents(line['amount']!)!;
    else overDays(start, end, costOf(line) ?? 0, (day, money) => (at(day).externalCost += money));
  }
  for (const { start, end, hours, cents, worked } of [...bills.values()].flat()) {
    const days = daysFrom(start, end);
    if (cents !== null) overDays(start, end, cents, (day, money) => (at(day).externalCost += money));
    if (worked) continue;
    for (const day of days) {
      at(day).externalHours += hours / days.length;
      if (cents === null) at(day).unknownHours += hours / days.length;
    }
  }
  return months;
}

function billsByWorker(invoices: readonly Row[]): Map<string, Bill[]> {
  const bills = new Map<string, Bill[]>();
  for (const line of invoices) {
    const worker = line['worker_id']!;
    if (line['status'] !== 'final' || worker === '') continue;
    const bill = { ...daysBilled(line), hours: Number(line['hours']), cents: costOf(line), worked: false };
    if (!bills.get(worker)?.push(bill)) bills.set(worker, [bill]);
  }
  return bills;
}

function isWithin(day: string, { start, end }: Pick<Bill, 'start' | 'end'>): boolean {
  return start <= day && day <= end;
}

/** The work date, else the period, which is a week where the line does not say when it began. */
function daysBilled(line: Row): { start: string; end: string } {
  const end = line['work_date'] || line['period_end']!;
  return { start: line['work_date'] || line['period_start'] || dayAfter(end, -6), end };
}

/** Null when blank. Fees count when they come on top, that is when hours times rate is already the whole amount. */
function costOf(line: Row): number | null {
  const amount = toCents(line['amount']!);
  if (amount === null || line['bill_rate'] === '') return amount;
  const onTop = Math.abs(amount - Number(line['hours']) * toCents(line['bill_rate']!)!) <= 1;
  return onTop ? amount + (toCents(line['fees']!) ?? 0) : amount;
}

/** Even parts for the days; the odd cents go to the first ones. */
function overDays(start: string, end: string, cents: number, visit: (day: string, cents: number) => void): void {
  const days = daysFrom(start, end);
  const each = Math.floor(cents / days.length);
  days.forEach((day, i) => visit(day, each + (i < cents - each * days.length ? 1 : 0)));
}

function daysFrom(start: string, end: string): string[] {
  return Array.from({ length: (Date.parse(end) - Date.parse(start)) / DAY + 1 }, (_, i) => dayAfter(start, i));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

function loadKey(line: Row): string {
  const validFrom = line['work_date']! >= '2026-01-01' ? '2026-01-01' : '2024-01-01';
  return `${line['entity']}|${line['job_family']}|${line['worker_type']}|${validFrom}`;
}

function toCents(text: string): number | null {
  return text === '' ? null : Math.round(Number(text) * 100);
}
