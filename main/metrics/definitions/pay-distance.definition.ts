import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'pay_distance',
  version: 1,
  title: 'Pay distance',
  formula: 'Σ heads·W₁(base pay at the entity, base pay in the target model) ÷ Σ heads, by mapped job',
  unit: 'money',
  grain: 'mapped job, employees with base pay; money per hour',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Wasserstein-1 in money per hour; a job that only one side has is left out and lowers the coverage.',
    'Score: 100·(1 − distance ÷ 25 % of the target median, in the entity’s mix of jobs), not below 0.',
    'Cost to level up: Σ max(0, band − pay) × annual scheduled hours × (1 + variable load), to the minimum or the midpoint; the red-circle option keeps pay above the maximum.',
    'Sums over fewer than five people are hidden, and so is the distance where fewer than five on a side have pay to compare.',
    'A written standard that has bands and pays nobody: the least by which pay an hour would have to move to lie within its band, mean over the people whose job has one; a fact, without a noise band.',
    'Best of both: the bands of either lift the people of the other.',
  ],
});
