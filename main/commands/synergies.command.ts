import { measureLedger, requireEvidence } from '../analyses/synergies/realised.ts';
import type { MeasuredSynergy } from '../analyses/synergies/realised.ts';
import { UsageError } from '../contract/errors.ts';
import { minorPerMajor } from '../contract/format.ts';
import { metricOf } from '../metrics/registry.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { enterSynergy, strikeSynergy } from '../workspace/synergy-ledger.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { joinWave, requireWave } from '../workspace/waves.ts';
import { defineCommand, integer, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';
import { whereOf } from './figure-scope.ts';

const ENTRY = ['title', 'owner', 'planned', 'one-off', 'from', 'metric', 'where', 'wave'];

export default defineCommand({
  name: 'synergies',
  usage:
    'synergies --in W.muster [--title T --owner O --planned YEARLY --from YYYY-MM --metric ID [--one-off MONEY] [--where DIM=VALUE]... [--wave NAME]] [--strike N]',
  options: ['in', 'strike', ...ENTRY],
  run: (args, context) => {
    const enters = ENTRY.some((name) => args.options.has(name));
    const strikes = integer(args, 'strike');
    if (enters && strikes !== null) throw new UsageError('--strike takes an entry out; enter another one afterwards.');
    const mode = enters || strikes !== null ? 'write' : 'read';
    return withWorkspace(args, context, mode, (workspace) => {
      const view = workspace.view();
      if (strikes !== null) strikeSynergy(view.store, strikes);
      if (enters) {
        const wave = option(args, 'wave');
        if (wave !== null) requireWave(view.store, wave);
        const { id } = enterSynergy(view.store, entryOf(args, view));
        if (wave !== null) joinWave(view.store, wave, { kind: 'synergy', id });
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

function entryOf(args: CommandArguments, view: WorkspaceView) {
  const metric = required(args, 'metric');
  const where = whereOf(args);
  requireEvidence(view, { metric, where });
  const from = required(args, 'from');
  if (parseIsoMonth(from) === null) throw new UsageError(`--from takes a month such as 2026-01, not "${from}".`);
  const minor = minorPerMajor(view.currency(where));
  const isMoney = metricOf(metric).unit === 'money';
  return {
    title: required(args, 'title'),
    owner: required(args, 'owner'),
    planned: Math.round(amountOf('planned', required(args, 'planned')) * (isMoney ? minor : 1)),
    oneOff: Math.round(amountOf('one-off', option(args, 'one-off') ?? '0') * minor),
    from,
    metric,
    where,
  };
}

function amountOf(name: string, text: string): number {
  const amount = Number(text);
  if (text.trim() === '' || !(amount >= 0 && amount < Infinity))
    throw new UsageError(`--${name} takes an amount such as 250000, not "${text}".`);
  return amount;
}

function synergyJson({ synergy, ...measured }: MeasuredSynergy) {
  const { id, title, owner, planned, oneOff, from, metric, where } = synergy;
  const { unit, currency, months, realised, inYear, runRate, signal, absence, overlaps } = measured;
  return {
    id,
    title,
    owner,
    metric,
    where,
    from,
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
