import { column, CURRENCY, defineKind } from './kind.ts';

export default defineKind({
  id: 'bands',
  title: 'Pay bands',
  columns: [
    column('entity', 'code', 'Entity whose bands these are; blank for all'),
    column('job_code', 'code', 'Job', { required: true }),
    column('valid_from', 'day', 'First day on which the band applies'),
    column('min', 'money', 'Lowest base pay per hour', { min: 0 }),
    column('mid', 'money', 'Midpoint of base pay per hour', { min: 0 }),
    column('max', 'money', 'Highest base pay per hour', { min: 0 }),
    CURRENCY,
  ],
  needsOneOf: [['job_code'], ['min', 'mid', 'max']],
  naturalKey: ['entity', 'job_code', 'valid_from'],
  dayColumns: ['valid_from'],
});
