import { UsageError } from '../contract/errors.ts';
import { parseIsoDay } from '../model/civil-day.ts';
import { planWave, strikeWave, wavesOf } from '../workspace/waves.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';

export default defineCommand({
  name: 'wave',
  usage: 'wave --in W.muster [--name NAME --due YYYY-MM-DD] [--strike NAME]',
  options: ['in', 'name', 'due', 'strike'],
  run: (args, context) => {
    const strikes = option(args, 'strike');
    const plans = args.options.has('name') || args.options.has('due');
    if (plans && strikes !== null)
      throw new UsageError('Give --name and --due to plan a wave, or --strike to drop one.');
    return withWorkspace(args, context, plans || strikes !== null ? 'write' : 'read', ({ store }) => {
      if (strikes !== null) strikeWave(store, strikes);
      if (plans) {
        const due = required(args, 'due');
        if (parseIsoDay(due) === null) throw new UsageError(`--due takes a day such as 2026-12-31, not "${due}".`);
        planWave(store, { name: required(args, 'name'), due });
      }
      return { exitCode: 0, json: { waves: wavesOf(store) } };
    });
  },
});
