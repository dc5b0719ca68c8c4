import { column, CURRENCY, defineKind } from './kind.ts';

export default defineKind({
  id: 'rates',
  title: 'Rate cards of suppliers',
  columns: [
    column('supplier', 'code', 'Agency or vendor', { required: true }),
    column('job_code', 'code', 'Job', { required: true }),
    column('site', 'code', 'Facility; blank for all'),
    column('rate_type', 'code', 'Regular, overtime, holiday, ...'),
    column('valid_from', 'day', 'First day of the rate', { required: true }),
    column('valid_to', 'day', 'Last day of the rate; blank without end'),
    column('rate', 'money', 'Rate per hour', { required: true, min: 0 }),
    CURRENCY,
  ],
  needsOneOf: [['supplier'], ['job_code'], ['valid_from'], ['rate']],
  naturalKey: ['supplier', 'job_code', 'site', 'rate_type', 'valid_from'],
  dayColumns: ['valid_from'],
});
