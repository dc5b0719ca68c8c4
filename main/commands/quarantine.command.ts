import { delimitedText } from '../exports/delimited-text.ts';
import { defineCommand, integer, option, withWorkspace } from './command.ts';

const COLUMNS = ['batch', 'file', 'sheet', 'row', 'column', 'value', 'reason'] as const;

export default defineCommand({
  name: 'quarantine',
  usage: 'quarantine --in W.muster [--batch N] [--out F.csv]',
  options: ['in', 'batch', 'out'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', async ({ store }) => {
      const files = new Map(store.batches().map((batch) => [batch.id, batch.file]));
      const found = store.quarantine(integer(args, 'batch'), { offset: 0, limit: Number.MAX_SAFE_INTEGER });
      const rows = found.rows.map((row) => ({
        batch: row.batch,
        file: files.get(row.batch)!,
        sheet: null,
        row: row.row,
        column: row.column,
        value: row.value,
        reason: row.reason,
      }));
      const out = option(args, 'out');
      if (out !== null)
        await context.writeText(
          context.resolvePath(out),
          delimitedText(
            COLUMNS,
            rows.map((row) => COLUMNS.map((name) => row[name])),
          ),
        );
      return { exitCode: 0, json: { rows } };
    }),
});
