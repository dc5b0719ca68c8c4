import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'entities',
  title: 'Entities and their owners',
  columns: [
    column('entity_id', 'code', 'Code used in the other extracts', { required: true }),
    column('name', 'text', 'Name'),
    column('parent', 'code', 'Entity that owns this one'),
    column('close_date', 'day', 'Day on which the acquisition closed'),
    column('fiscal_year_start', 'number', 'Month in which the fiscal year starts, 1 to 12', { min: 1, max: 12 }),
    column('state', 'code', 'State or region'),
    column('care_setting', 'code', 'acute, outpatient, home, virtual or corporate'),
  ],
  needsOneOf: [['entity_id'], ['name', 'parent', 'close_date', 'state', 'care_setting']],
  naturalKey: ['entity_id'],
  dayColumns: [],
});
