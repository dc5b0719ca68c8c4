import { column, CURRENCY, defineKind } from './kind.ts';

/** Only final invoices and credits carry cost; void and preliminary lines never do. */
export const INVOICE_STATUSES = ['final', 'credit', 'preliminary', 'void'] as const;

export default defineKind({
  id: 'invoices',
  title: 'Invoices of agencies and vendors',
  columns: [
    column('invoice_id', 'code', 'Invoice number', { required: true }),
    column('line_id', 'code', 'Line of the invoice'),
    column('supplier', 'code', 'Agency or vendor', { required: true }),
    column('worker_id', 'code', 'Person billed for'),
    column('worker_type', 'worker_type', 'Agency, locum, vendor, ...'),
    column('work_date', 'day', 'Day worked; with a first day and no last one, the last day billed for'),
    column('period_start', 'day', 'First day billed for; six days before the end when only the end is given'),
    column('period_end', 'day', 'Last day billed for'),
    column('entity', 'code', 'Legal or acquired organisation'),
    column('site', 'code', 'Facility'),
    column('unit', 'code', 'Cost centre'),
    column('job_code', 'code', 'Job'),
    column('rate_type', 'code', 'Regular, overtime, on call, ...: read as a pay code'),
    column('hours', 'hours', 'Hours billed'),
    column('bill_rate', 'money', 'Rate per hour'),
    column('amount', 'money', 'Amount of the line'),
    column('fees', 'money', 'Programme and administration fees'),
    CURRENCY,
    column('status', 'choice', 'final, credit, preliminary or void', { choices: INVOICE_STATUSES }),
  ],
  needsOneOf: [['invoice_id'], ['supplier'], ['work_date', 'period_end'], ['amount', 'hours']],
  naturalKey: ['supplier', 'invoice_id', 'line_id'],
  lineColumn: 'line_id',
  dayColumns: ['work_date', 'period_end'],
});
