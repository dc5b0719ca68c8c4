import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'credentials',
  title: 'Credentials and controls of workers',
  columns: [
    column('worker_id', 'code', 'Person', { required: true }),
    column('entity', 'code', 'Entity whose number of the person it is; blank where no two payrolls use one number'),
    column('control', 'code', 'Licence, screening, training, ...', { required: true }),
    column('status', 'code', 'current, expired, missing, exempt, ...'),
    column('issued', 'day', 'First day of validity'),
    column('expires', 'day', 'Last day of validity; blank without end'),
    column('verified', 'day', 'Day on which it was last verified'),
  ],
  needsOneOf: [['worker_id'], ['control'], ['status', 'issued', 'expires', 'verified']],
  naturalKey: ['worker_id', 'entity', 'control', 'issued'],
  dayColumns: ['issued'],
});
