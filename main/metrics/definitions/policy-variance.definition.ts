import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'policy_variance',
  version: 1,
  title: 'Policy variance',
  formula: 'attributes that both settle, and settle differently ÷ attributes, weighted by heads affected',
  unit: 'share',
  grain: 'area and attribute',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Equal: the same value but for case, space and how a number is written. Compatible: only one side settles it, or one list holds the other. Conflicting: settled differently.',
    'Score: 100·(1 − share in conflict). A fact, without a noise band.',
    'A policy that names a job, unit, site or worker type counts the heads in it; others count all heads.',
    'Best of both: of two prices an hour both pay the higher.',
  ],
});
