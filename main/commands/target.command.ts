import { UsageError } from '../contract/errors.ts';
import { TARGET_MODELS } from '../contract/target-models.ts';
import type { TargetModel } from '../contract/target-models.ts';
import { takeTarget } from '../decisions/decide-target.ts';
import { promiseTarget } from '../decisions/promise-by.ts';
import { alignmentTargets, targetOn, withdrawTarget } from '../workspace/alignment-targets.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';
import { namesWave, waveOf, WAVE_USAGE } from './wave-option.ts';

const SUBJECT = ['entity', 'dimension'];
const DECISION = ['model', 'of', 'score', 'cost', 'owner', 'due', 'reason'];

export default defineCommand({
  name: 'target',
  usage: `target --in W.muster [--entity E --dimension D (--model ${TARGET_MODELS.join('|')} [--of ENTITY] [--score 0-100] [--cost YEARLY] [--owner NAME] [--due YYYY-MM-DD] [--reason WHY] ${WAVE_USAGE} | ${WAVE_USAGE} | --withdraw)]`,
  options: ['in', ...SUBJECT, ...DECISION, 'wave'],
  flags: ['no-wave', 'withdraw'],
  run: (args, context) => {
    const withdraws = args.options.has('withdraw');
    const decides = DECISION.some((name) => args.options.has(name));
    const promises = namesWave(args);
    if (withdraws && (decides || promises))
      throw new UsageError('--withdraw takes a decision back; take another one afterwards.');
    const writes = withdraws || decides || promises || SUBJECT.some((name) => args.options.has(name));
    return withWorkspace(args, context, writes ? 'write' : 'read', (workspace) => {
      const view = workspace.view();
      if (writes) {
        const subject = { entity: required(args, 'entity'), dimension: required(args, 'dimension') };
        const present = targetOn(view.store, subject)?.wave ?? null;
        if (withdraws) withdrawTarget(view.store, subject);
        else if (promises && !decides) promiseTarget(view.store, subject, waveOf(args, present));
        else takeTarget(view, { ...subject, ...decisionOf(args), wave: waveOf(args, present) });
      }
      return { exitCode: 0, json: { targets: alignmentTargets(view.store) } };
    });
  },
});

function decisionOf(args: CommandArguments) {
  return {
    model: modelOf(args),
    of: option(args, 'of'),
    costMajor: numberOf(args, 'cost', 'money a year such as 250000'),
    score: numberOf(args, 'score', 'a number from 0 to 100'),
    owner: option(args, 'owner'),
    due: option(args, 'due'),
    reason: option(args, 'reason'),
  };
}

function modelOf(args: CommandArguments): TargetModel {
  const text = required(args, 'model');
  const model = TARGET_MODELS.find((candidate) => candidate === text);
  if (!model) throw new UsageError(`--model can be ${TARGET_MODELS.join(', ')}, not "${text}".`);
  return model;
}

function numberOf(args: CommandArguments, name: string, what: string): number | null {
  const text = option(args, name);
  if (text === null) return null;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new UsageError(`--${name} takes ${what}, not "${text}".`);
  return number;
}
