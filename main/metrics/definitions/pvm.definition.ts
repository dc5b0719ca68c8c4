import { defineFurther } from '../further-definition.ts';

export default defineFurther({
  metric: 'pvm',
  version: 2,
  title: 'Price, volume and mix',
  formula:
    'cost change = volume (H₁−H₀)·R₀ + mix H₁·Σ(m₁−m₀)·r₀ + rate Σh₁·(r₁−r₀); mix is split into activity, substitution and other mix',
  unit: 'money',
  grain: 'job × site × worker type, productive hours',
  additivity: 'additive',
  source: 'Muster product definition §4 and exact rules, "pvm"',
  edge_cases: [
    'Substitution is internal against external within job and site; other mix is between worker types of one class.',
    'A new cell is taken at its own price; an ended one falls in mix. Rate takes the rounding.',
    'Money without hours (digital workers, statements of work) and money for time away or for employing at all have bars of their own.',
    'Slices (units, suppliers, ...) take the rate before of their job, site and worker type: the totals are the same however they are sliced.',
    'Cells of few people are merged into one.',
    'A page explains the entities that have rows throughout both periods; what others add has a bar of its own. The command line has them as new and ended cells.',
  ],
});
