import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'span_of_control',
  version: 1,
  title: 'Span of control',
  formula: 'median direct reports of a manager at the entity ÷ in the target model',
  unit: 'ratio',
  grain: 'manager with at least one direct report on own payroll',
  additivity: 'non-additive',
  source: 'Muster product definition §4 and exact rules, "Alignment"',
  edge_cases: [
    'Score: 100·(1 − |ln ratio| ÷ ln 2), not below 0.',
    'P90 and the share of managers with three reports or fewer are shown beside.',
  ],
});
