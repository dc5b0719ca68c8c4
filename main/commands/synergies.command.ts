import { measureLedger } from '../analyses/synergies/realised.ts';
import type { MeasuredSynergy, SynergyEntry } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import { promiseSynergy } from '../decisions/promise-by.ts';
import { saveSynergy } from '../decisions/save-synergy.ts';
import { requireSynergy, strikeSynergy } from '../workspace/synergy-ledger.ts';
import { defineCommand, integer, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';
import { whereOf } from './figure-scope.ts';
import { namesWave, waveOf, WAVE_USAGE } from './wave-option.ts';

const ENTRY = ['title', 'owner', 'planned', 'one-off', 'from', 'metric', 'where'];

export default defineCommand({
  name: 'synergies',
  usage: `synergies --in W.muster [[--amend N] --title T --owner O --planned YEARLY --from YYYY-MM --metric ID [--one-off MONEY] [--where DIM=VALUE]... ${WAVE_USAGE} | --amend N ${WAVE_USAGE} | --strike N]`,
  options: ['in', 'strike', 'amend', 'wave', ...ENTRY],
  flags: ['no-wave'],
  run: (args, context) => {
    const states = ENTRY.some((name) => args.options.has(name));
    const promises = namesWave(args);
    const amends = integer(args, 'amend');
    const enters = states || promises || amends !== null;
    const strikes = integer(args, 'strike');
    if (enters && strikes !== null) throw new UsageError('--strike takes an entry out; enter another one afterwards.');
    const mode = enters || strikes !== null ? 'write' : 'read';
    return withWorkspace(args, context, mode, (workspace) => {
      const view = workspace.view();
      if (strikes !== null) strikeSynergy(view.store, strikes);
      if (enters) {
        const present = amends === null ? null : requireSynergy(view.store, amends).wave;
        const wave = waveOf(args, present);
        if (amends !== null && promises && !states) promiseSynergy(view.store, amends, wave);
        else saveSynergy(view, amends, { ...entryOf(args), wave });
      }
      const { synergies, total } = measureLedger(view);
      return {
        exitCode: 0,
        json: {
          synergies: synergies.map(synergyJson),
          total: {
            planned: total.planned,
            one_off: total.oneOff,
            realised: total.realised,
            in_year: total.inYear,
            run_rate: total.runRate,
            currency: total.currency,
          },
        },
      };
    });
  },
});

function entryOf(args: CommandArguments): Omit<SynergyEntry, 'wave'> {
  return {
    metric: required(args, 'metric'),
    where: whereOf(args),
    from: required(args, 'from'),
    title: required(args, 'title'),
    owner: required(args, 'owner'),
    plannedMajor: amountOf('planned', required(args, 'planned')),
    oneOffMajor: amountOf('one-off', option(args, 'one-off') ?? '0'),
  };
}

function amountOf(name: string, text: string): number {
  const amount = Number(text);
  if (text.trim() === '' || !(amount >= 0 && amount < Infinity))
    throw new UsageError(`--${name} takes an amount such as 250000, not "${text}".`);
  return amount;
}

function synergyJson({ synergy, ...measured }: MeasuredSynergy) {
  const { id, title, owner, planned, oneOff, from, metric, where, wave } = synergy;
  const { unit, currency, months, realised, inYear, runRate, signal, absence, overlaps } = measured;
  return {
    id,
    title,
    owner,
    metric,
    where,
    from,
    wave,
    unit,
    currency,
    planned,
    one_off: oneOff,
    months,
    realised,
    in_year: inYear,
    run_rate: runRate,
    signal,
    absence,
    overlaps,
  };
}
