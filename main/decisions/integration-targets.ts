import { ALIGNED_FROM } from '../analyses/alignment/assess.ts';
import { DIMENSIONS } from '../analyses/alignment/registry.ts';
import type { IntegrationTargets } from '../contract/decisions.ts';
import { harmonisableEntities } from '../harmonisation/harmonisable-entities.ts';
import { alignmentTargets } from '../workspace/alignment-targets.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { targetCodes } from './target-codes.ts';

/** What was decided on the dimensions of every entity, and what can be. */
export function integrationTargets(view: WorkspaceView): IntegrationTargets {
  const codes = targetCodes(view);
  const targets = alignmentTargets(view.store);
  const decided = new Set(targets.map(({ entity }) => entity));
  const measured = new Set(harmonisableEntities(view).map(({ code }) => code));
  return {
    entities: codes
      .filter(({ code }) => measured.has(code) || decided.has(code))
      .map(({ code, name, parent }) => ({ code, name, owner: parent })),
    models: codes.map(({ code, name }) => ({ code, name })),
    dimensions: DIMENSIONS.map(({ definition, label }) => ({ id: definition.metric, label })),
    alignedFrom: ALIGNED_FROM,
    currency: view.currency(),
    targets,
  };
}
