import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'policies',
  title: 'Workforce policies',
  columns: [
    column('entity', 'code', 'Legal or acquired organisation', { required: true }),
    column('area', 'code', 'Pay rules, scheduling, credential rules, ...', { required: true }),
    column('attribute', 'code', 'What the policy settles, such as night differential', { required: true }),
    column('value', 'text', 'How it is settled', { required: true }),
    column('valid_from', 'day', 'First day on which it is settled so'),
  ],
  needsOneOf: [['entity'], ['area'], ['attribute'], ['value']],
  naturalKey: ['entity', 'area', 'attribute', 'valid_from'],
  dayColumns: ['valid_from'],
});
