import { column, CURRENCY, defineKind } from './kind.ts';

export default defineKind({
  id: 'assignments',
  title: 'Assignments of outside workers',
  columns: [
    column('assignment_id', 'code', 'Assignment', { required: true }),
    column('worker_id', 'code', 'Person assigned', { required: true }),
    column('worker_type', 'worker_type', 'Agency, locum, contractor, ...; agency when blank'),
    column('supplier', 'code', 'Agency or vendor'),
    column('entity', 'code', 'Legal or acquired organisation'),
    column('site', 'code', 'Facility'),
    column('unit', 'code', 'Cost centre'),
    column('job_code', 'code', 'Job'),
    column('start_date', 'day', 'First day', { required: true }),
    column('end_date', 'day', 'Last day; blank while it goes on'),
    column('contracted_hours', 'hours', 'Hours contracted a week', { min: 0, max: 168 }),
    column('bill_rate', 'money', 'Rate per hour', { min: 0 }),
    CURRENCY,
    column('position_id', 'code', 'Position filled'),
    column('renewal_of', 'code', 'Assignment that this one renews'),
    column('outcome', 'code', 'How it ended: completed, converted, cancelled, ...'),
  ],
  needsOneOf: [['assignment_id'], ['worker_id'], ['start_date']],
  naturalKey: ['assignment_id'],
  dayColumns: ['start_date'],
});
