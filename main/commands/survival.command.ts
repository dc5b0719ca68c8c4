import { concealFew } from '../analyses/survival/conceal-few.ts';
import { computeSurvival } from '../analyses/survival/survival.ts';
import type { GroupSurvival } from '../analyses/survival/survival.ts';
import { UsageError } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import type { IntervalKind } from '../stats/confidence-band.ts';
import { requirePeopleDimensions } from '../metrics/splits.ts';
import { survivalSpells } from '../workforce/survival-spells.ts';
import { workforceOf } from '../workforce/workforce.ts';
import { cleanRoomOf, refuseAttributes } from '../workspace/clean-room.ts';
import { groupSpells, hasSpells } from '../workspace/spell-groups.ts';
import type { GroupedSpells } from '../workspace/spell-groups.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { defineCommand, option, options, withWorkspace } from './command.ts';
import type { CommandArguments, CommandContext } from './command.ts';
import { byOf, whereOf } from './figure-scope.ts';

const INTERVALS: readonly IntervalKind[] = ['plain', 'log', 'log-log'];

export default defineCommand({
  name: 'survival',
  usage: 'survival --in W.muster [--by DIM[,DIM]] [--where DIM=VALUE]... [--at TIME]... [--conf plain|log|log-log]',
  options: ['in', 'by', 'where', 'at', 'conf'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const { unit, ...spells } = spellsOf(workspace, context, { by: byOf(args), where: whereOf(args) });
      const whole = computeSurvival(spells, { conf: intervalOf(args), at: timesOf(args), unit });
      const { curves, logrank } = cleanRoomOf(workspace.store) === null ? whole : concealFew(whole);
      if (curves.length < whole.curves.length)
        context.warn('Groups of too few people are hidden: this is a clean room.');
      return { exitCode: 0, json: { curves: curves.map(curveJson), logrank } };
    }),
});

/** Spells from an extract of durations; without one, from rosters and assignments. */
function spellsOf(
  workspace: Workspace,
  context: CommandContext,
  split: { by: string[]; where: Filter },
): GroupedSpells {
  const { store } = workspace;
  const view = workspace.view();
  if (hasSpells(store) || workforceOf(view).observed === null) return groupSpells(store, split);
  requirePeopleDimensions(view, [...split.by, ...Object.keys(split.where)]);
  refuseAttributes(view, split.by);
  const { spells, limits } = workforceOf(view);
  for (const limit of limits) context.warn(limit);
  const { undated, ...grouped } = survivalSpells(spells, split);
  if (undated > 0) context.warn(`${undated} spells are left out because it is not known when they began.`);
  return grouped;
}

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
