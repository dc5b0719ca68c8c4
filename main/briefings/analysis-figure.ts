import type { Absence, Figure, MetricDefinition } from '../contract/figure.ts';

/** The part of an analysis that a page shows as a key figure, under the definition that the catalogue prints. */
export function analysisFigure(
  definition: MetricDefinition,
  parts: {
    value: number | null;
    numerator?: number | null;
    denominator?: number | null;
    variant?: string | null;
    currency?: string | null;
    absence?: Absence;
    missing?: string[];
    rows?: number | null;
    note?: string | null;
  },
): Figure {
  const {
    value,
    numerator = value,
    denominator = null,
    variant = null,
    currency = null,
    rows = null,
    note = null,
  } = parts;
  const absence = value === null ? (parts.absence ?? 'not_measured') : null;
  return {
    metric: definition.metric,
    version: definition.version,
    variant,
    unit: definition.unit,
    currency,
    by: {},
    period: 'all',
    numerator: value === null ? null : numerator,
    denominator: value === null ? null : denominator,
    value,
    rows,
    absence,
    missing: parts.missing ?? [],
    suppressed: absence === 'suppressed',
    exclusions: [],
    note,
  };
}
