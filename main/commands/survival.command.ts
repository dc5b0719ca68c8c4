import { closedTo, shownCurve, pointsToldAt } from '../analyses/survival/conceal-few.ts';
import type { ClosedCurves, HiddenCurve } from '../analyses/survival/conceal-few.ts';
import { computeSurvival } from '../analyses/survival/survival.ts';
import type { GroupSurvival } from '../analyses/survival/survival.ts';
import { UsageError } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import type { IntervalKind } from '../stats/confidence-band.ts';
import { requirePeopleDimensions } from '../metrics/splits.ts';
import { survivalSpells } from '../workforce/survival-spells.ts';
import { isFew, toldPeople } from '../metrics/told-people.ts';
import { workforceOf } from '../workforce/workforce.ts';
import { refuseAttributes } from '../workspace/clean-room.ts';
import { groupSpells, hasSpells } from '../workspace/spell-groups.ts';
import type { GroupedSpells } from '../workspace/spell-groups.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { defineCommand, option, options, withWorkspace } from './command.ts';
import type { CommandArguments, CommandContext } from './command.ts';
import { byOf, structureOf, whereOf } from './figure-scope.ts';

const INTERVALS: readonly IntervalKind[] = ['plain', 'log', 'log-log'];

export default defineCommand({
  name: 'survival',
  usage:
    'survival --in W.muster [--by DIM[,DIM]] [--where DIM=VALUE]... [--at TIME]... [--conf plain|log|log-log] [--structure then|today]',
  options: ['in', 'by', 'where', 'at', 'conf', 'structure'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const view = workspace.view().seenIn(structureOf(args));
      const { unit, closed, ...spells } = spellsOf(view, context, { by: byOf(args), where: whereOf(args) });
      const at = timesOf(args);
      // Points at times of the asker's choice, asked for one by one, would be a point a leaver again.
      const told = closed ? closed.times : at;
      const { curves, logrank } = computeSurvival(spells, { conf: intervalOf(args), at: told, unit });
      const json = curves.map((curve, group) =>
        closed ? closedJson(curve, at, closed.hides[group]) : curveJson(curve),
      );
      return { exitCode: 0, json: { curves: json, logrank } };
    }),
});

/** Spells from an extract of durations; without one, from rosters and assignments. In a clean room few people are hidden. */
function spellsOf(
  view: WorkspaceView,
  context: CommandContext,
  split: { by: string[]; where: Filter },
): GroupedSpells & { closed: ClosedCurves | null } {
  const { store } = view;
  const isOpen = view.cleanRoom() === null;
  if (hasSpells(store) || workforceOf(view).observed === null) {
    const durations = groupSpells(store, split);
    if (isOpen) return { ...durations, closed: null };
    // Units may differ beyond the filter, and times in several units cannot be read together.
    const byWithin = ({ by }: { by: readonly string[] }) => groupSpells(store, { by, where: split.where });
    return { ...durations, closed: closedTo({ by: split.by, where: {} }, byWithin) };
  }
  requirePeopleDimensions(view, [...split.by, ...Object.keys(split.where)]);
  refuseAttributes(view, split.by);
  const { spells, limits } = workforceOf(view);
  for (const limit of limits) context.warn(limit);
  const { undated, people: _people, ...grouped } = survivalSpells(spells, split);
  if (undated > 0)
    context.warn(
      `${toldPeople(undated, { hidesFew: !isOpen })} spells are left out because it is not known when they began.`,
    );
  return { ...grouped, closed: isOpen ? null : closedTo(split, (other) => survivalSpells(spells, other)) };
}

/** A curve as a clean room tells it, at times asked for by the last point told up to each. */
function closedJson(
  curve: GroupSurvival,
  at: readonly number[] | null,
  { whole, exits, points }: HiddenCurve,
): Record<string, unknown> {
  if (whole) return hiddenJson(curve);
  const shown = shownCurve(curve, points);
  const json = curveJson({ ...shown, points: pointsToldAt(shown.points, at) });
  const untold = shown.points.reduce((rest, { events }) => rest - events, curve.events);
  return exits || isFew(untold) ? { ...json, events: null, censored: null } : json;
}

function hiddenJson({ by, unit, conf }: GroupSurvival): Record<string, unknown> {
  const unknown = { n: null, events: null, censored: null, median: null, median_lower: null, median_upper: null };
  return { by, unit, conf, ...unknown, points: [], suppressed: true };
}

function curveJson({ medianLower, medianUpper, points, ...curve }: GroupSurvival): Record<string, unknown> {
  return {
    ...curve,
    median_lower: medianLower,
    median_upper: medianUpper,
    points: points.map(({ atRisk, ...point }) => ({ ...point, at_risk: atRisk })),
    suppressed: false,
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
