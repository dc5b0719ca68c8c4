import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'staffing',
  title: 'Aggregate staffing hours by site and day',
  columns: [
    column('entity', 'code', 'Legal or acquired organisation'),
    column('site', 'code', 'Facility'),
    column('site_name', 'text', 'Name of the facility'),
    column('work_date', 'day', 'Day worked', { required: true }),
    column('job_code', 'code', 'Job, in extracts with a row per job'),
    column('internal_hours', 'hours', 'Hours of own staff', { min: 0 }),
    column('external_hours', 'hours', 'Hours of contract staff', { min: 0 }),
    column('total_hours', 'hours', 'Hours of both together, where own hours are not given: they are what is left', {
      min: 0,
    }),
    column('census', 'number', 'Residents or patients on the day', { min: 0 }),
  ],
  needsOneOf: [['work_date'], ['site'], ['internal_hours', 'external_hours', 'total_hours', 'census']],
  naturalKey: ['site', 'job_code', 'work_date'],
  dayColumns: ['work_date'],
});
