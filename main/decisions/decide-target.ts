import { DIMENSION_IDS } from '../analyses/alignment/registry.ts';
import type { TargetDecision } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import { minorPerMajor } from '../contract/format.ts';
import { NAMED_MODELS } from '../contract/target-models.ts';
import { decideTarget } from '../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { requireWave } from '../workspace/waves.ts';
import { requireDay } from './require-day.ts';
import { targetCodes } from './target-codes.ts';

/**
 * Stores a decision on one dimension of one entity, in place of the one before, with the wave that it is promised by.
 * Throws a UsageError naming what is unknown, or does not go with the model; InputRefused naming an unknown wave.
 */
export function takeTarget(view: WorkspaceView, { costMajor, ...decision }: TargetDecision): void {
  requireKnown(view, decision);
  requireModel(decision);
  const { score, due, wave } = decision;
  if (score !== null && !(score >= 0 && score <= 100))
    throw new UsageError(`A score is a number from 0 to 100, not ${score}.`);
  if (due !== null) requireDay(due);
  if (wave !== null) requireWave(view.store, wave);
  const cost = costMajor === null ? null : Math.round(costMajor * minorPerMajor(view.currency()));
  decideTarget(view.store, { ...decision, cost });
}

function requireKnown(view: WorkspaceView, { entity, dimension, of }: Omit<TargetDecision, 'costMajor'>): void {
  if (!DIMENSION_IDS.has(dimension))
    throw new UsageError(`"${dimension}" is not a dimension of alignment; they are ${[...DIMENSION_IDS].join(', ')}.`);
  const known = targetCodes(view).map(({ code }) => code);
  const stranger = [entity, of].find((code) => code !== null && !known.includes(code));
  if (stranger !== undefined)
    throw new UsageError(`"${stranger}" is neither an entity of this workspace nor a parent of one.`);
}

function requireModel({ entity, model, of, reason }: Omit<TargetDecision, 'costMajor'>): void {
  const names = [...NAMED_MODELS].join(' or ');
  if (NAMED_MODELS.has(model) && of === null)
    throw new UsageError(`The model ${model} needs the entity whose rows are the target.`);
  if (!NAMED_MODELS.has(model) && of !== null)
    throw new UsageError(`An entity as the target goes with the model ${names} only, not with ${model}.`);
  if (of === entity) throw new UsageError(`${entity} cannot be held against itself.`);
  if (reason !== null && model !== 'apart')
    throw new UsageError(`A reason goes with what is kept apart, not with the model ${model}.`);
}
