import { column, CURRENCY, defineKind } from './kind.ts';

export default defineKind({
  id: 'labor',
  title: 'Labour hours and cost',
  columns: [
    column('worker_id', 'code', 'Person as the timekeeping system names them', { required: true }),
    column('work_date', 'day', 'Day worked; for a line that covers several days, the last one', { required: true }),
    column('period_start', 'day', 'First day covered, for lines that cover several days'),
    column('entity', 'code', 'Legal or acquired organisation'),
    column('site', 'code', 'Facility where the work was done'),
    column('unit', 'code', 'Cost centre where the work was done'),
    column('home_unit', 'code', 'Cost centre to which the worker belongs'),
    column('job_code', 'code', 'Job worked'),
    column('worker_type', 'worker_type', 'Employee, agency, locum, ...'),
    column('supplier', 'code', 'Agency or vendor'),
    column('pay_code', 'code', 'Pay code of the line'),
    column('hours', 'hours', 'Hours on the line'),
    column('cost', 'money', 'Money on the line; blank means unknown, not zero'),
    CURRENCY,
    column('is_correction', 'flag', 'The line corrects an earlier one; negative hours are allowed'),
  ],
  needsOneOf: [['worker_id'], ['work_date'], ['hours', 'cost']],
  naturalKey: ['worker_id', 'work_date', 'entity', 'site', 'unit', 'job_code', 'pay_code', 'is_correction'],
  dayColumns: ['work_date'],
});
