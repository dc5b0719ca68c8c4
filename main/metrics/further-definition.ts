import type { MetricDefinition } from '../contract/figure.ts';

/** The definition of a number that is not one figure: a part of an analysis, or of the ledger. */
export function defineFurther(definition: MetricDefinition): MetricDefinition {
  return definition;
}
