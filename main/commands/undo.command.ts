import { UsageError } from '../contract/errors.ts';
import { defineCommand, integer, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'undo',
  usage: 'undo --in W.muster --batch N',
  options: ['in', 'batch'],
  run: (args, context) => {
    const batch = integer(args, 'batch');
    if (batch === null) throw new UsageError('--batch is missing.');
    return withWorkspace(args, context, 'write', (workspace) => ({ exitCode: 0, json: workspace.undo(batch) }));
  },
});
