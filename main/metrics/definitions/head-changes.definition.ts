import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'head_changes',
  version: 1,
  title: 'How heads changed',
  formula:
    'heads at the start + hires + acquired + conversions + moved in − voluntary − involuntary − other − unclassified − divested − moved out = heads at the end',
  unit: 'count',
  grain: 'person and period',
  additivity: 'additive',
  source: 'Muster product definition §2, movement rules',
  edge_cases: [
    'From the opening of the first day to the close of the last one: whose last day in post it is has left.',
    'A move between places, jobs or to and from per diem crosses the edge of a filter; over everybody it shows only for per diem.',
    'Exits whose reason is not mapped are unclassified, never guessed.',
    'Ways to leave that fewer than five people took are shown together with others.',
  ],
});
