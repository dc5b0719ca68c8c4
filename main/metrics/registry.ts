import { UsageError } from '../contract/errors.ts';
import type { MetricDefinition } from '../contract/figure.ts';
import type { LaborMetric } from './metric.ts';
import type { PeopleMetric } from './people-metric.ts';

/** A metric says which facts it is computed from. */
export type Metric = LaborMetric | PeopleMetric;

const found = import.meta.glob<{ default: Metric }>('./*.metric.ts', { eager: true });
const further = import.meta.glob<{ default: MetricDefinition }>('./definitions/*.definition.ts', { eager: true });

/** Every metric by id, in alphabetical order; a new `<metric>.metric.ts` is found without being listed. */
export const METRICS: ReadonlyMap<string, Metric> = index(Object.values(found).map((module) => module.default));

function index(metrics: Metric[]): Map<string, Metric> {
  const byId = new Map<string, Metric>();
  for (const metric of metrics.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (byId.has(metric.id)) throw new Error(`Two metrics are called "${metric.id}".`);
    byId.set(metric.id, metric);
  }
  return byId;
}

/** Throws a UsageError naming an unknown metric. */
export function metricOf(id: string): Metric {
  const metric = METRICS.get(id);
  if (!metric) throw new UsageError(`"${id}" is not a metric; the metrics are ${[...METRICS.keys()].join(', ')}.`);
  return metric;
}

/** The whole catalogue as the Definitions page, the deck and the command line print it. */
export function catalogue(): MetricDefinition[] {
  const definitions = [
    ...[...METRICS.values()].map(definitionOf),
    ...Object.values(further).map((module) => module.default),
  ];
  return definitions.sort((a, b) => (a.metric < b.metric ? -1 : 1));
}

function definitionOf(metric: Metric): MetricDefinition {
  const { id, version, title, formula, unit, grain, additivity, source, edgeCases } = metric;
  return { metric: id, version, title, formula, unit, grain, additivity, source, edge_cases: edgeCases };
}
