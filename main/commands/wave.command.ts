import type { WavePlan } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import { planWave } from '../decisions/plan-wave.ts';
import { dropWave, wavePlans } from '../decisions/wave-plans.ts';
import type { Store } from '../ports/store.ts';
import { requireWave, wavesOf } from '../workspace/waves.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';

const PLAN = ['name', 'due', 'rename'];

export default defineCommand({
  name: 'wave',
  usage: 'wave --in W.muster [--name NAME [--due YYYY-MM-DD] [--rename NEW] | --strike NAME]',
  options: ['in', 'strike', ...PLAN],
  run: (args, context) => {
    const strikes = option(args, 'strike');
    const plans = PLAN.some((name) => args.options.has(name));
    if (plans && strikes !== null)
      throw new UsageError('Give --name to plan or change a wave, or --strike to drop one.');
    return withWorkspace(args, context, plans || strikes !== null ? 'write' : 'read', (workspace) => {
      const view = workspace.view();
      if (strikes !== null) for (const left of leftBy(dropWave(view, strikes))) context.warn(left);
      if (plans) planWave(view.store, planOf(view.store, args));
      return { exitCode: 0, json: { waves: wavePlans(view) } };
    });
  },
});

/** A wave of that name is changed, by a day or a name or both; any other is planned. */
function planOf(store: Store, args: CommandArguments): Parameters<typeof planWave>[1] {
  const name = required(args, 'name');
  const renamed = option(args, 'rename');
  if (renamed !== null) requireWave(store, name);
  const present = wavesOf(store).find((wave) => wave.name === name);
  const due = option(args, 'due') ?? present?.due ?? required(args, 'due');
  return { was: present ? name : null, name: renamed ?? name, due };
}

/** What a wave that was struck out leaves behind, in a sentence; nothing where it held nothing. */
function leftBy({ name, targets, synergies }: WavePlan): string[] {
  const held = [...targets.map(({ label }) => label), ...synergies.map(({ title }) => title)];
  return held.length === 0 ? [] : [`What wave "${name}" held stays, without a wave: ${held.join(', ')}.`];
}
