import { evidenceRows } from '../analyses/alignment/evidence-rows.ts';
import { UsageError } from '../contract/errors.ts';
import { formatIsoMonth, parseIsoMonth } from '../model/civil-day.ts';
import { defineCommand, integer, option, required, withWorkspace } from './command.ts';
import { monthsOf, structureOf, whereOf } from './figure-scope.ts';

const DEFAULT_LIMIT = 100;

export default defineCommand({
  name: 'rows',
  usage:
    'rows --in W.muster --metric ID [--variant V] [--where DIM=VALUE]... [--month YYYY-MM] [--from YYYY-MM] [--to YYYY-MM] [--limit N] [--structure then|today]',
  options: ['in', 'metric', 'variant', 'where', 'month', 'from', 'to', 'limit', 'structure'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const view = workspace.view().seenIn(structureOf(args));
      const month = option(args, 'month');
      if (month !== null && parseIsoMonth(month) === null)
        throw new UsageError(`--month takes a month such as 2025-01, not "${month}".`);
      const { from, to } = monthsOf(args, view);
      const metric = required(args, 'metric');
      if (from > to) return { exitCode: 0, json: { total: 0, rows: [] } };
      const query = {
        metric,
        variant: option(args, 'variant'),
        where: whereOf(args),
        from: month ?? formatIsoMonth(from),
        to: month ?? formatIsoMonth(to),
      };
      const { total, rows } = evidenceRows(view, { query, offset: 0, limit: integer(args, 'limit') ?? DEFAULT_LIMIT });
      return { exitCode: 0, json: { total, rows } };
    }),
});
