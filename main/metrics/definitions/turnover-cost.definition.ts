import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'turnover_cost',
  version: 1,
  title: 'Cost of a leaver',
  formula:
    'days to fill × scheduled hours a day × share covered × (agency hour − loaded own hour) + orientation of the next person',
  unit: 'money',
  grain: 'period',
  additivity: 'additive',
  source: 'Muster product definition, issue "Retention": a range from the user’s own figures',
  edge_cases: [
    'Always a range, from the low ends of all assumptions together to the high ends.',
    'Assumptions that no extract tells (days to fill, share covered, hours of orientation) are workspace settings, printed beside the figure: `assume --in W --set days_to_fill=30..90`.',
    'Orientation runs from the low hours at the base pay of leavers up to all orientation and education pay booked per person hired, where the labour extracts book any.',
    'Parts without a source are left out and named: the range is then a lower bound. Recruiting, lost productivity and severance are in no extract and not in it.',
  ],
});
