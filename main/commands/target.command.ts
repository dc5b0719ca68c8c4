import { UsageError } from '../contract/errors.ts';
import { TARGET_MODELS } from '../contract/target-models.ts';
import type { TargetModel } from '../contract/target-models.ts';
import { takeTarget } from '../decisions/decide-target.ts';
import { alignmentTargets, withdrawTarget } from '../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { joinWave, requireWave } from '../workspace/waves.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';

const DECISION = ['entity', 'dimension', 'model', 'of', 'score', 'cost', 'owner', 'due', 'reason', 'wave'];

export default defineCommand({
  name: 'target',
  usage: `target --in W.muster [--entity E --dimension D (--model ${TARGET_MODELS.join('|')} [--of ENTITY] [--score 0-100] [--cost YEARLY] [--owner NAME] [--due YYYY-MM-DD] [--reason WHY] [--wave NAME] | --withdraw)]`,
  options: ['in', ...DECISION],
  flags: ['withdraw'],
  run: (args, context) => {
    const withdraws = args.options.has('withdraw');
    const decides = DECISION.some((name) => args.options.has(name));
    return withWorkspace(args, context, decides || withdraws ? 'write' : 'read', (workspace) => {
      const view = workspace.view();
      if (decides || withdraws) {
        const subject = { entity: required(args, 'entity'), dimension: required(args, 'dimension') };
        if (!withdraws) take(view, subject, args);
        else if (args.options.has('model'))
          throw new UsageError('--withdraw takes a decision back; take another one afterwards.');
        else withdrawTarget(view.store, subject);
      }
      return { exitCode: 0, json: { targets: alignmentTargets(view.store) } };
    });
  },
});

/** Takes a decision, and promises it by a wave where one is named. */
function take(view: WorkspaceView, subject: { entity: string; dimension: string }, args: CommandArguments): void {
  const wave = option(args, 'wave');
  if (wave !== null) requireWave(view.store, wave);
  takeTarget(view, { ...subject, ...decisionOf(args) });
  if (wave !== null) joinWave(view.store, wave, { kind: 'target', ...subject });
}

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
