import { UsageError } from '../contract/errors.ts';
import { BRIEFINGS } from '../briefings/registry.ts';
import { defineCommand, option, required } from './command.ts';

export default defineCommand({
  name: 'brief',
  usage: 'brief --in W.muster --briefing NAME --out F.pdf',
  options: ['in', 'briefing', 'out'],
  async run(args, context) {
    const workspace = context.resolvePath(required(args, 'in'));
    const briefing = option(args, 'briefing') ?? 'cfo';
    if (!BRIEFINGS.has(briefing))
      throw new UsageError(`"${briefing}" is not a briefing; the briefings are ${[...BRIEFINGS.keys()].join(', ')}.`);
    const out = context.resolvePath(required(args, 'out'));
    if (!/\.pdf$/i.test(out)) throw new UsageError('--out must end in .pdf.');
    // A workspace that cannot be opened is refused before a window is started for it.
    context.openWorkspace(workspace, 'read').close();
    return { exitCode: 0, json: await context.brief({ workspace, briefing, out }) };
  },
});
