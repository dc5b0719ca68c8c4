import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'supplier_overlap',
  version: 1,
  title: 'Supplier overlap',
  formula: 'Σ over suppliers of the smaller of their two shares of spend',
  unit: 'share',
  grain: 'supplier, its names made one',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Score: 100·overlap. A fact, without a noise band.',
    'Day-one money: same-supplier rate gap × hours, within supplier, job, pay class and month where both sides were billed, else against the rate card of the model’s sites; only where the entity pays more.',
    'Names are made one by the crosswalk, else without case, punctuation and legal form.',
    'Best of both: each supplier charges both the lower of its rates.',
  ],
});
