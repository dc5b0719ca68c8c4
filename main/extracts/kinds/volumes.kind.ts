import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'volumes',
  title: 'Volumes of care',
  columns: [
    column('site', 'code', 'Facility', { required: true }),
    column('unit', 'code', 'Cost centre; blank for the whole site'),
    column('date', 'day', 'Day, or any day of the month for monthly volumes', { required: true }),
    column('measure', 'code', 'patient_days, visits, ...', { required: true }),
    column('value', 'number', 'How many', { required: true, min: 0 }),
  ],
  needsOneOf: [['site'], ['date'], ['measure'], ['value']],
  naturalKey: ['site', 'unit', 'date', 'measure'],
  dayColumns: ['date'],
});
