import { alignEntity } from '../analyses/alignment/align.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';
import { costOf, peopleOf, statedGaps } from '../analyses/alignment/gap-sums.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { alignmentTrend } from '../analyses/alignment/trend.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'alignment',
  usage: 'alignment --in W.muster --entity E [--against T] [--detail]',
  options: ['in', 'entity', 'against'],
  flags: ['detail'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const view = workspace.view();
      const request = { entity: required(args, 'entity'), against: option(args, 'against') };
      const alignment = alignEntity(view, request);
      const { facts, summary } = alignment;
      const detail = args.options.has('detail');
      return {
        exitCode: 0,
        json: {
          entity: facts.entity.code,
          against: facts.against.code,
          crosswalk_version: facts.crosswalkVersion,
          dimensions: alignment.dimensions.map((one) => ({
            ...dimensionJson(one, alignment),
            ...(detail ? detailJson(one, alignment) : {}),
          })),
          index: summary.index,
          index_lower: summary.lower,
          index_upper: summary.upper,
          worst: summary.worst?.id ?? null,
          coverage: summary.coverage,
          ...(detail
            ? {
                sensitivity: summary.sensitivity && {
                  lower: summary.sensitivity.lower,
                  upper: summary.sensitivity.upper,
                  worst_stays: summary.sensitivity.worstStays,
                },
                zeros: summary.zeros,
                ...trendJson(alignmentTrend(view, request)),
              }
            : {}),
        },
      };
    }),
});

function dimensionJson(assessed: Assessed, { targets }: Alignment) {
  const { dimension, facts, outcome, score, lower, upper, noiseFloor, p, verdict } = assessed;
  const { metric, unit } = dimension.definition;
  const measured = isMeasured(outcome) ? outcome : null;
  const gaps = statedGaps(assessed, targets.get(metric) ?? null);
  return {
    dimension: metric,
    value: measured?.value ?? null,
    unit,
    score,
    lower,
    upper,
    noise_floor: noiseFloor,
    p,
    verdict,
    coverage: measured?.coverage ?? 0,
    people: peopleOf(gaps),
    cost: costOf(gaps),
    currency: facts.currency,
    missing: outcome.missing,
  };
}

function trendJson({ months, indexed, change }: Trend) {
  return {
    trend: months.map(({ month, index, scores }) => ({
      month: formatIsoMonth(month),
      index,
      scores: Object.fromEntries(scores),
    })),
    trend_dimensions: indexed,
    trend_change: change,
  };
}

function detailJson(assessed: Assessed, { targets }: Alignment) {
  const { dimension, outcome, arrangements, detectable, facts } = assessed;
  const target = targets.get(dimension.definition.metric) ?? null;
  return {
    against: facts.against.code,
    arrangements,
    detectable,
    target: target && {
      model: target.model,
      of: target.of,
      score: target.score,
      cost: target.cost,
      owner: target.owner,
      due: target.due,
      reason: target.reason,
    },
    notes: isMeasured(outcome) ? outcome.notes : [outcome.note],
    ...(isMeasured(outcome)
      ? {
          drivers: outcome.drivers,
          gaps: statedGaps(assessed, target),
          options: outcome.options,
        }
      : {}),
  };
}
