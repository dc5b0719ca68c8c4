import { InputRefused } from '../contract/errors.ts';
import { delimitedText } from '../exports/delimited-text.ts';
import { quarantinedRows } from '../workspace/quarantined-rows.ts';
import { defineCommand, integer, option, withWorkspace } from './command.ts';

const COLUMNS = ['batch', 'file', 'sheet', 'row', 'column', 'value', 'reason'] as const;

export default defineCommand({
  name: 'quarantine',
  usage: 'quarantine --in W.muster [--batch N] [--out F.csv]',
  options: ['in', 'batch', 'out'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', async ({ store }) => {
      const batch = integer(args, 'batch');
      if (batch !== null && !store.batches().some(({ id }) => id === batch))
        throw new InputRefused('unknown_batch', `There is no batch ${batch} in this workspace.`);
      const { rows } = quarantinedRows(store, { batch, offset: 0, limit: Number.MAX_SAFE_INTEGER });
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
