import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { SiteComparison } from '../analyses/alignment/dimension.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import { ALIGNED_FROM } from '../analyses/alignment/assess.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { scopeOf } from '../analyses/alignment/scope.ts';
import type { MonthScores, Trend } from '../analyses/alignment/trend.ts';
import type { FigureQuery } from '../contract/figure.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { DotsChart } from '../contract/page.ts';
import { metricOf } from '../metrics/registry.ts';
import type { PageContext } from './page.ts';

/** A dot a dimension: its score now, at close and its target, and what chance explains. Highest scores come first. */
export function alignmentDots(context: PageContext, alignment: Alignment, { months }: Trend): DotsChart {
  const { dimensions, targets, summary } = alignment;
  const atClose = months.length > 1 ? months[0] : null;
  const rows = dimensions
    .map((one) =>
      rowOf(one, {
        query: evidenceOf(context, alignment, one),
        atClose,
        target: targets.get(one.dimension.definition.metric)?.score ?? ALIGNED_FROM,
      }),
    )
    .sort((a, b) => (b.now ?? -1) - (a.now ?? -1));
  const index =
    summary.index === null
      ? 'no index below 70 % coverage'
      : `index ${formatNumber(summary.index)}${
          summary.lower === null ? '' : ` (${formatNumber(summary.lower)} to ${formatNumber(summary.upper!)})`
        }`;
  const worst = dimensions.find(({ dimension }) => dimension.definition.metric === summary.worst?.id);
  return {
    kind: 'dots',
    title: 'Alignment by dimension, 0 to 100',
    subtitle: [
      index,
      ...(worst && summary.worst
        ? [`worst: ${worst.dimension.label.toLowerCase()} ${formatNumber(summary.worst.score)}`]
        : []),
      `coverage ${formatValue(summary.coverage, 'share', { decimals: 0 })}`,
    ].join(' · '),
    description: `Alignment of ${rows.filter(({ now }) => now !== null).length} dimensions on a scale from 0 to 100; ${index}.`,
    scale: { from: 0, to: 100 },
    labels: {
      now: 'now',
      before: rows.some(({ before }) => before !== null) ? 'at close' : null,
      target: 'target',
      band: rows.some(({ band }) => band !== null) ? 'not distinguishable from chance' : null,
    },
    rows,
  };
}

function rowOf(
  { dimension, outcome, score, lower, upper, noiseFloor, verdict }: Assessed,
  { atClose, target, query }: { atClose: MonthScores | null; target: number; query: FigureQuery | null },
): DotsChart['rows'][number] {
  const { label, definition } = dimension;
  const measured = isMeasured(outcome) && verdict !== 'kept_apart' ? outcome : null;
  const comparison = measured?.comparison ?? null;
  return {
    label,
    now: measured ? score : null,
    before: measured ? (atClose?.scores.get(definition.metric) ?? null) : null,
    target,
    band: measured && noiseFloor !== null ? { from: measured.score(noiseFloor), to: 100 } : null,
    interval:
      measured && comparison && lower !== null && upper !== null
        ? scoresBetween(measured.score, comparison, { lower, upper })
        : null,
    tone: verdict === 'differs' ? 'worse' : 'neutral',
    absence: measured ? null : absenceOf(outcome, verdict),
    query: measured ? query : null,
  };
}

/** Rows of the entity that a dimension is measured from, in the year looked at. */
function evidenceOf(
  context: PageContext,
  { facts }: Alignment,
  { dimension: { evidence } }: Assessed,
): FigureQuery | null {
  if (evidence === null || facts.window === null) return null;
  const months = { from: facts.window.first, to: facts.window.last };
  return {
    ...context.query(evidence.metric, metricOf(evidence.metric).variants[0], months),
    where: { ...evidence.where, ...scopeOf(context.view, facts.entity) },
  };
}

function absenceOf(outcome: Assessed['outcome'], verdict: Assessed['verdict']): string {
  if (verdict === 'kept_apart') return 'kept apart by decision';
  return outcome.missing.length === 0 ? 'not measured' : `not measured: needs ${outcome.missing.join(' and ')}`;
}

/** Scores that an interval of values spans; values on both sides of agreement reach the top. */
function scoresBetween(
  score: (value: number) => number,
  { valueOfSize }: SiteComparison,
  { lower, upper }: { lower: number; upper: number },
): { lower: number; upper: number } {
  const ends = [score(lower), score(upper)];
  const agreement = valueOfSize(0);
  return {
    lower: Math.min(...ends),
    upper: lower <= agreement && agreement <= upper ? score(agreement) : Math.max(...ends),
  };
}
