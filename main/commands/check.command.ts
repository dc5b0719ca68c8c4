import { defineCommand, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'check',
  usage: 'check --in W.muster',
  options: ['in'],
  run: (args, context) =>
    withWorkspace(args, context, 'read', (workspace) => {
      const findings = workspace.check();
      return { exitCode: findings.length === 0 ? 0 : 3, json: { ok: findings.length === 0, findings } };
    }),
});
