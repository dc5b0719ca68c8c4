import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'gap_contribution',
  version: 1,
  title: 'What a unit adds to the gap',
  formula: 'external cost of the unit ÷ all cost − external hours of the unit ÷ all hours',
  unit: 'share',
  grain: 'unit or site within the scope',
  additivity: 'additive',
  source: 'Muster product definition §4: the gap between hours and cost is the message',
  edge_cases: [
    'In points of share; contributions add up to external_gap.',
    'Not shown for units of fewer than five people.',
  ],
});
