import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import type { StoredRecord } from '../ports/store.ts';

/** A final invoice line or credit: what it bills, for whom and for which days. Cost is null when it cannot be told. */
export type InvoiceLine = {
  batch: number;
  /** Physical line of the extract. */
  line: number;
  worker: string | null;
  workerType: string | null;
  supplier: string;
  entity: string | null;
  site: string | null;
  unit: string | null;
  job: string | null;
  rateType: string | null;
  currency: string | null;
  firstDay: number;
  lastDay: number;
  /** In 10⁻⁶ hours. */
  hours: number;
  /** In minor units, fees included. */
  cost: number | null;
};

/** A week ends on its period end when the extract does not say where it begins. */
const DEFAULT_PERIOD_DAYS = 7;

/** Lines that carry cost; void and preliminary ones, duplicates and superseded ones do not. */
export function finalInvoiceLines(records: readonly StoredRecord[]): InvoiceLine[] {
  const columns = kindOf('invoices').columns.map((column) => column.name);
  const lines: InvoiceLine[] = [];
  for (const record of records) {
    const at = (name: string) => record.values[columns.indexOf(name)] ?? null;
    const status = at('status');
    if (record.status !== RowStatus.effective || status === 'void' || status === 'preliminary') continue;
    const text = (name: string) => at(name) as string | null;
    const number = (name: string) => at(name) as number | null;
    const { firstDay, lastDay } = daysOf({
      workDate: number('work_date'),
      start: number('period_start'),
      end: number('period_end'),
    });
    lines.push({
      batch: record.batch,
      line: record.line,
      worker: text('worker_id'),
      workerType: text('worker_type'),
      supplier: text('supplier')!,
      entity: text('entity'),
      site: text('site'),
      unit: text('unit'),
      job: text('job_code'),
      rateType: text('rate_type'),
      currency: text('currency'),
      firstDay,
      lastDay,
      hours: number('hours') ?? 0,
      cost: costOf({
        amount: number('amount'),
        fees: number('fees'),
        hours: number('hours'),
        rate: number('bill_rate'),
        credit: status === 'credit',
      }),
    });
  }
  return lines;
}

/** A day worked is exact, whatever period is billed; with a start alone it is the last day of a period, as in labour lines. */
function daysOf({ workDate, start, end }: { workDate: number | null; start: number | null; end: number | null }): {
  firstDay: number;
  lastDay: number;
} {
  const lastDay = workDate ?? end!;
  if (workDate !== null && end !== null) return { firstDay: workDate, lastDay };
  return { firstDay: start ?? workDate ?? lastDay - DEFAULT_PERIOD_DAYS + 1, lastDay };
}

/** Fees are added only when they come on top: when the amount is hours × rate plus fees they are in it already. */
function costOf({
  amount,
  fees,
  hours,
  rate,
  credit,
}: {
  amount: number | null;
  fees: number | null;
  hours: number | null;
  rate: number | null;
  credit: boolean;
}): number | null {
  const worked = hours !== null && rate !== null ? Math.round((hours * rate) / UNITS_PER_HOUR) : null;
  if (amount === null) return worked === null ? null : signed(worked + (fees ?? 0), credit);
  const included = fees !== null && fees !== 0 && worked !== null && Math.abs(amount - worked - fees) <= 1;
  return signed(amount + (included ? 0 : (fees ?? 0)), credit);
}

function signed(cost: number, credit: boolean): number {
  return credit && cost > 0 ? -cost : cost;
}
