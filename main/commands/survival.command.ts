import { computeSurvival } from '../analyses/survival/survival.ts';
import type { GroupSurvival } from '../analyses/survival/survival.ts';
import { UsageError } from '../contract/errors.ts';
import type { IntervalKind } from '../stats/confidence-band.ts';
import { groupSpells } from '../workspace/spell-groups.ts';
import { defineCommand, option, options, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';
import { byOf, whereOf } from './figure-scope.ts';

const INTERVALS: readonly IntervalKind[] = ['plain', 'log', 'log-log'];

export default defineCommand({
  name: 'survival',
  usage: 'survival --in W.muster [--by DIM[,DIM]] [--where DIM=VALUE]... [--at TIME]... [--conf plain|log|log-log]',
  options: ['in', 'by', 'where', 'at', 'conf'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', ({ store }) => {
      const { unit, ...spells } = groupSpells(store, { by: byOf(args), where: whereOf(args) });
      const { curves, logrank } = computeSurvival(spells, { conf: intervalOf(args), at: timesOf(args), unit });
      return { exitCode: 0, json: { curves: curves.map(curveJson), logrank } };
    }),
});

function curveJson({ medianLower, medianUpper, points, ...curve }: GroupSurvival): Record<string, unknown> {
  return {
    ...curve,
    median_lower: medianLower,
    median_upper: medianUpper,
    points: points.map(({ atRisk, ...point }) => ({ ...point, at_risk: atRisk })),
  };
}

function intervalOf(args: CommandArguments): IntervalKind {
  const text = option(args, 'conf') ?? 'log-log';
  const found = INTERVALS.find((interval) => interval === text);
  if (!found) throw new UsageError(`--conf can be ${INTERVALS.join(', ')}, not "${text}".`);
  return found;
}

function timesOf(args: CommandArguments): number[] | null {
  const texts = options(args, 'at').flatMap((list) => list.split(','));
  if (texts.length === 0) return null;
  return texts.map((text) => {
    const time = Number(text);
    if (text.trim() === '' || !Number.isFinite(time) || time < 0)
      throw new UsageError(`--at takes a time such as 365, not "${text}".`);
    return time;
  });
}
