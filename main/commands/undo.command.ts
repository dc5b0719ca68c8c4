import { UsageError } from '../contract/errors.ts';
import { defineCommand, integer, required, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'undo',
  usage: 'undo --in W.muster --batch N',
  options: ['in', 'batch'],
  run: (args, context) => {
    const batch = integer(args, 'batch');
    if (batch === null) throw new UsageError('--batch is missing.');
    // Undoing makes no workspace where there is none.
    context.openWorkspace(context.resolvePath(required(args, 'in')), 'read').close();
    return withWorkspace(args, context, 'write', (workspace) => ({ exitCode: 0, json: workspace.undo(batch) }));
  },
});
