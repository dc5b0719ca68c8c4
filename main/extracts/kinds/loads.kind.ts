import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'loads',
  title: 'Employer loads on pay',
  columns: [
    column('entity', 'code', 'Entity; blank for all'),
    column('job_family', 'code', 'Job family or job code; blank for all'),
    column('worker_type', 'worker_type', 'Worker type; blank for all'),
    column('valid_from', 'day', 'First day on which the load applies', { required: true }),
    column('fixed_load', 'number', 'Benefits and the like that do not grow with overtime, as a share of pay', {
      min: 0,
      max: 5,
    }),
    column('variable_load', 'number', 'Taxes and the like that grow with every hour paid, as a share of pay', {
      min: 0,
      max: 5,
    }),
  ],
  needsOneOf: [['valid_from'], ['fixed_load', 'variable_load']],
  naturalKey: ['entity', 'job_family', 'worker_type', 'valid_from'],
  dayColumns: ['valid_from'],
});
