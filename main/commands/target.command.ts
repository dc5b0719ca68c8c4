import { DIMENSION_IDS } from '../analyses/alignment/registry.ts';
import { UsageError } from '../contract/errors.ts';
import { minorPerMajor } from '../contract/format.ts';
import { parseIsoDay } from '../model/civil-day.ts';
import { alignmentTargets, decideTarget, TARGET_MODELS } from '../workspace/alignment-targets.ts';
import type { TargetModel } from '../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { joinWave, requireWave } from '../workspace/waves.ts';
import { defineCommand, option, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';

/** Models that are told by naming an entity. */
const NAMED: ReadonlySet<TargetModel> = new Set(['entity', 'standard']);

export default defineCommand({
  name: 'target',
  usage: `target --in W.muster [--entity E --dimension D --model ${TARGET_MODELS.join('|')} [--of ENTITY] [--score 0-100] [--cost YEARLY] [--owner NAME] [--due YYYY-MM-DD] [--wave NAME]]`,
  options: ['in', 'entity', 'dimension', 'model', 'of', 'score', 'cost', 'owner', 'due', 'wave'],
  run: (args, context) => {
    const decides = [...args.options.keys()].some((name) => name !== 'in');
    return withWorkspace(args, context, decides ? 'write' : 'read', (workspace) => {
      const view = workspace.view();
      const { store } = view;
      if (decides) {
        const model = modelOf(args);
        const [entity, dimension, wave] = [required(args, 'entity'), dimensionOf(args), option(args, 'wave')];
        if (wave !== null) requireWave(store, wave);
        decideTarget(store, {
          entity,
          dimension,
          model,
          of: namedOf(args, model),
          cost: costOf(args, view),
          score: scoreOf(args),
          owner: option(args, 'owner'),
          due: dueOf(args),
        });
        if (wave !== null) joinWave(store, wave, { kind: 'target', entity, dimension });
      }
      return { exitCode: 0, json: { targets: alignmentTargets(store) } };
    });
  },
});

function dimensionOf(args: CommandArguments): string {
  const id = required(args, 'dimension');
  if (!DIMENSION_IDS.has(id))
    throw new UsageError(`"${id}" is not a dimension of alignment; they are ${[...DIMENSION_IDS].join(', ')}.`);
  return id;
}

function modelOf(args: CommandArguments): TargetModel {
  const text = required(args, 'model');
  const model = TARGET_MODELS.find((candidate) => candidate === text);
  if (!model) throw new UsageError(`--model can be ${TARGET_MODELS.join(', ')}, not "${text}".`);
  return model;
}

function namedOf(args: CommandArguments, model: TargetModel): string | null {
  const named = option(args, 'of');
  if (NAMED.has(model) !== (named !== null))
    throw new UsageError(
      NAMED.has(model)
        ? `--model ${model} needs --of with the entity whose rows are the target.`
        : `--of goes with --model ${[...NAMED].join(' or ')} only.`,
    );
  return named;
}

function scoreOf(args: CommandArguments): number | null {
  const text = option(args, 'score');
  if (text === null) return null;
  const score = Number(text);
  if (text.trim() === '' || !(score >= 0 && score <= 100))
    throw new UsageError(`--score takes a number from 0 to 100, not "${text}".`);
  return score;
}

function costOf(args: CommandArguments, view: WorkspaceView): number | null {
  const text = option(args, 'cost');
  if (text === null) return null;
  const cost = Number(text);
  if (text.trim() === '' || !Number.isFinite(cost))
    throw new UsageError(`--cost takes money a year such as 250000, not "${text}".`);
  return Math.round(cost * minorPerMajor(view.currency()));
}

function dueOf(args: CommandArguments): string | null {
  const text = option(args, 'due');
  if (text !== null && parseIsoDay(text) === null)
    throw new UsageError(`--due takes a day such as 2026-12-31, not "${text}".`);
  return text;
}
