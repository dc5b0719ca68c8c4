import { UsageError } from '../contract/errors.ts';
import { explainCost } from '../analyses/price-volume-mix/explain-cost.ts';
import { parsePeriod } from '../model/period.ts';
import { byOf, calendarOf, structureOf, whereOf } from './figure-scope.ts';
import { defineCommand, required, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'pvm',
  usage:
    'pvm --in W.muster --from P0 --to P1 [--by DIM[,DIM]] [--where DIM=VALUE]... [--structure then|today] (periods: 2025-01, 2025-Q1, 2025)',
  options: ['in', 'from', 'to', 'by', 'where', 'calendar', 'structure'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const view = workspace.view().seenIn(structureOf(args));
      const calendar = calendarOf(args, view);
      const before = parsePeriod(required(args, 'from'), calendar);
      const after = parsePeriod(required(args, 'to'), calendar);
      if (before.first <= after.last && after.first <= before.last)
        throw new UsageError(
          `${before.label} and ${after.label} overlap; compare periods that have no month in common.`,
        );
      // What is not measured or not shown is null, never zero.
      const shown = (money: number) => (change.absence === null ? money : null);
      const change = explainCost(view, { before, after, where: whereOf(args), by: byOf(args) });
      return {
        exitCode: 0,
        json: {
          from: before.label,
          to: after.label,
          currency: change.currency,
          cost_before: shown(change.costBefore),
          cost_after: shown(change.costAfter),
          volume: shown(change.volume),
          substitution: shown(change.substitution),
          other_mix: shown(change.otherMix),
          activity: shown(change.activity),
          rate: shown(change.rate),
          unpriced: shown(change.unpriced),
          non_productive: shown(change.nonProductive),
          absence: change.absence,
          missing: change.missing,
          cells: change.cells.map((cell) => ({
            by: cell.by,
            status: cell.status,
            suppressed: cell.suppressed,
            hours_before: cell.hoursBefore,
            hours_after: cell.hoursAfter,
            cost_before: cell.costBefore,
            cost_after: cell.costAfter,
            volume: cell.volume,
            substitution: cell.substitution,
            other_mix: cell.otherMix,
            activity: cell.activity,
            rate: cell.rate,
          })),
        },
      };
    }),
});
