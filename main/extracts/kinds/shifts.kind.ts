import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'shifts',
  title: 'Shifts required, scheduled and worked',
  columns: [
    column('entity', 'code', 'Legal or acquired organisation'),
    column('site', 'code', 'Facility', { required: true }),
    column('unit', 'code', 'Cost centre'),
    column('job_code', 'code', 'Job'),
    column('shift_date', 'day', 'Day on which the shift begins', { required: true }),
    column('shift_label', 'code', 'Name of the shift: Day, Night, ...'),
    column('start_time', 'code', 'Clock time at which it begins, such as 07:00'),
    column('shift_hours', 'hours', 'Length of the shift', { min: 0, max: 48 }),
    column('required', 'number', 'Hours or heads required', { min: 0 }),
    column('scheduled', 'number', 'Hours or heads scheduled', { min: 0 }),
    column('worked_internal', 'number', 'Hours or heads worked by own staff', { min: 0 }),
    column('worked_external', 'number', 'Hours or heads worked by outside workers', { min: 0 }),
    column('posted_date', 'day', 'Day on which the schedule was published'),
    column('rotation', 'code', 'Rotation of the shift: fixed, rotating, self-scheduled, ...'),
  ],
  needsOneOf: [['site'], ['shift_date'], ['required', 'scheduled', 'worked_internal', 'worked_external']],
  naturalKey: ['site', 'unit', 'job_code', 'shift_date', 'shift_label'],
  dayColumns: ['shift_date'],
});
