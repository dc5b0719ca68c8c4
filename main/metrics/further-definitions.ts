import type { MetricDefinition } from '../contract/figure.ts';

/** Definitions of numbers that are not one figure: analyses over two periods, and the ledger. */
export const FURTHER_DEFINITIONS: readonly MetricDefinition[] = [
  {
    metric: 'pvm',
    version: 1,
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
      'Cells of few people are merged into one.',
    ],
  },
  {
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
  },
  {
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
  },
];
