import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'exit_shares',
  version: 1,
  title: 'How people leave in their first year',
  formula: 'Aalen–Johansen: Σ over days of service of share still there × leavers in one way ÷ at risk',
  unit: 'share',
  grain: 'spell, by day of service',
  additivity: 'additive',
  source: 'Muster product definition §4; Aalen and Johansen (1978)',
  edge_cases: [
    'The ways compete: their shares and the share still in post add up to 1.',
    'Delayed entry and the clock of service as in survival; errors by infinitesimal jackknife.',
  ],
});
