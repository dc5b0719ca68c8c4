import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'spells',
  title: 'Spells of employment or service',
  columns: [
    column('worker_id', 'code', 'Person, if the extract names them'),
    column('entry', 'duration', 'Time or day at which observation begins; 0 when absent', { min: 0 }),
    column('exit', 'duration', 'Time or last day of the spell, or of observation', { required: true }),
    column('left', 'flag', 'The spell ended; otherwise the person was still there', { required: true }),
    column('unit', 'text', 'Unit of the times'),
  ],
  needsOneOf: [['exit'], ['left']],
  naturalKey: [],
  dayColumns: [],
});
