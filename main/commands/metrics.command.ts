import { METRICS } from '../metrics/registry.ts';
import { computeFigures } from '../metrics/figures.ts';
import type { Figure } from '../contract/figure.ts';
import { defineCommand, options, withWorkspace } from './command.ts';
import { byOf, calendarOf, grainOf, monthsOf, structureOf, whereOf } from './figure-scope.ts';

/** A figure as the command line's contract has it. */
function figureJson(figure: Figure): Record<string, unknown> {
  const {
    metric,
    version,
    variant,
    unit,
    currency,
    by,
    period,
    numerator,
    denominator,
    value,
    rows,
    absence,
    missing,
    suppressed,
    note,
    exclusions,
  } = figure;
  return {
    metric,
    version,
    variant,
    unit,
    currency,
    by,
    period,
    numerator,
    denominator,
    value,
    rows,
    absence,
    missing,
    suppressed,
    note,
    exclusions: exclusions.map(({ reason, rows: left, hours, costMinor }) => ({
      reason,
      rows: left,
      hours,
      cost: costMinor,
    })),
  };
}

export default defineCommand({
  name: 'metrics',
  usage:
    'metrics --in W.muster [--metric ID]... [--by DIM[,DIM]] [--grain month|quarter|year|all] [--from YYYY-MM] [--to YYYY-MM] [--where DIM=VALUE]... [--calendar fiscal] [--structure then|today]',
  options: ['in', 'metric', 'by', 'grain', 'from', 'to', 'where', 'calendar', 'structure'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const view = workspace.view().seenIn(structureOf(args));
      const asked = options(args, 'metric');
      const metrics = asked.length > 0 ? asked : [...METRICS.keys()];
      const scope = {
        by: byOf(args),
        grain: grainOf(args),
        where: whereOf(args),
        ...monthsOf(args, view),
        calendar: calendarOf(args, view),
      };
      const figures = computeFigures(
        view,
        metrics.map((metric) => ({ metric, ...scope })),
      ).flat();
      return { exitCode: 0, json: { metrics: figures.map(figureJson) } };
    }),
});
