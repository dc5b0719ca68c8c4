import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'synergy',
  version: 1,
  title: 'Synergy realised',
  formula:
    'Σ over months since it began (metric in the same month a year before − metric), within the filter of the synergy',
  unit: 'money',
  grain: 'complete months',
  additivity: 'non-additive',
  source: 'Muster product definition §4, money of alignment',
  edge_cases: [
    'Bound to a metric that adds up over months; nothing is typed in but the plan.',
    'Run rate: a year at the pace of the latest twelve months, or of those there are; none below three.',
    'Without a signal on the control chart of the metric a saving may be noise, and that is said.',
    'Entries with one metric, or with one that is a part of it (overtime premium of labour cost), and filters that meet count the same saving: the total counts the largest of them once.',
    'Totals leave out what is not measured, and are none where nothing is, nor over several currencies.',
  ],
});
