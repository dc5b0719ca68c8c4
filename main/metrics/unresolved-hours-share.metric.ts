import { inHours } from './cell-tests.ts';
import { defineMetric, ratio, sumOf } from './metric.ts';
import type { LaborCell } from './metric.ts';

const ofPeople = (cell: LaborCell) => cell.workerClass !== 'digital';
const isUnresolved = (cell: LaborCell) => cell.workerClass === 'unknown' || cell.payClass === 'unmapped';

export default defineMetric({
  id: 'unresolved_hours_share',
  version: 1,
  title: 'Unresolved share of hours',
  formula: 'hours with an unmapped pay code or without a worker type ÷ all hours',
  unit: 'share',
  grain: 'any split of labour lines or staffing records',
  additivity: 'non-additive',
  source: 'Muster product definition §2: what is unmapped is shown, never guessed',
  edgeCases: [
    'Unresolved hours are in no other figure of hours; their money is in labour cost.',
    'Digital workers have no hours.',
  ],
  place: (cell) => (ofPeople(cell) ? 'base' : null),
  compute(cells) {
    const people = cells.filter(ofPeople);
    return ratio(inHours(sumOf(people, 'hours', isUnresolved)), inHours(sumOf(people, 'hours', () => true)));
  },
});
