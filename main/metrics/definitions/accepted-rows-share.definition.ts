import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'accepted_rows_share',
  version: 1,
  title: 'Rows in figures',
  formula: 'accepted rows ÷ rows read',
  unit: 'share',
  grain: 'extract',
  additivity: 'non-additive',
  source: 'Muster product definition §6: rows read = accepted + quarantined + duplicates',
  edge_cases: [
    'Duplicates are in the workspace once, under the extract that brought them first.',
    'Preamble, blank and footer lines are no rows.',
  ],
});
