import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'crosswalk',
  title: 'Crosswalk of job codes',
  columns: [
    column('entity', 'code', 'Entity whose job is mapped', { required: true }),
    column('job_code', 'code', 'Job in that entity', { required: true }),
    column('target_job_code', 'code', 'Job of the target model; blank where it has none'),
    column('share', 'number', 'Share of the job that the target takes; 1 when blank', { min: 0, max: 1 }),
  ],
  needsOneOf: [['entity'], ['job_code'], ['target_job_code']],
  naturalKey: ['entity', 'job_code', 'target_job_code'],
  dayColumns: [],
});
