import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { SiteComparison } from '../analyses/alignment/dimension.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import { ALIGNED_FROM } from '../analyses/alignment/assess.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import type { MonthScores, Trend } from '../analyses/alignment/trend.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { DotsChart } from '../contract/page.ts';
import type { Unit } from '../contract/units.ts';
import type { PageContext } from './page.ts';
import { evidenceOf } from './dimension-evidence.ts';
import type { Evidence } from './dimension-evidence.ts';

/** A dot a dimension: its score now, at close and its target, and what chance explains. Highest scores come first. */
export function alignmentDots(context: PageContext, alignment: Alignment, { months }: Trend): DotsChart {
  const { dimensions, targets, summary } = alignment;
  const atClose = months.length > 1 ? months[0] : null;
  const rows = dimensions
    .map((one) =>
      rowOf(one, {
        evidence: evidenceOf(context, alignment, one, basisOf(one)),
        atClose,
        target: targets.get(one.dimension.definition.metric)?.score ?? ALIGNED_FROM,
      }),
    )
    .sort((a, b) => (b.now ?? -1) - (a.now ?? -1));
  const index =
    summary.index === null
      ? 'no index below 70% coverage'
      : `index ${formatNumber(summary.index)}${
          summary.lower === null ? '' : ` (${formatNumber(summary.lower)} to ${formatNumber(summary.upper!)})`
        }`;
  const worst = dimensions.find(({ dimension }) => dimension.definition.metric === summary.worst?.id);
  return {
    kind: 'dots',
    title: 'Alignment by dimension, 0 to 100',
    subtitle: [
      index,
      ...(worst && summary.worst && summary.index !== null
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
  { atClose, target, evidence }: { atClose: MonthScores | null; target: number; evidence: Evidence },
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
    query: measured ? evidence.query : null,
    origin: evidence.origin,
  };
}

function absenceOf(outcome: Assessed['outcome'], verdict: Assessed['verdict']): string {
  if (verdict === 'kept_apart') return 'kept apart by decision';
  return outcome.missing.length === 0 ? 'not measured' : `not measured: needs ${outcome.missing.join(' and ')}`;
}

/** Pay differs by the hour, lengths of stay by days. */
const PER: Partial<Record<Unit, string>> = { money: ' an hour', days: ' days' };

/** The raw value beside its score, and what chance explains of it. */
function basisOf({ dimension, outcome, facts, noiseFloor, p }: Assessed): string {
  if (!isMeasured(outcome)) return outcome.note;
  const { unit } = dimension.definition;
  const text = (value: number) =>
    `${formatValue(value, unit, { currency: facts.currency, full: unit === 'money' })}${PER[unit] ?? ''}`;
  return [
    `${dimension.definition.title}: ${text(outcome.value)}`,
    ...(noiseFloor === null ? [] : [`chance alone explains up to ${text(noiseFloor)}`]),
    ...(p === null ? [] : [`p ${formatNumber(p, { decimals: 3 })}, before the correction for several dimensions`]),
    ...outcome.notes,
  ].join('; ');
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
