import { DIMENSIONS } from '../analyses/alignment/registry.ts';
import type { WavePlan } from '../contract/decisions.ts';
import { alignmentTargets } from '../workspace/alignment-targets.ts';
import { synergiesOf } from '../workspace/synergy-ledger.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { requireWave, strikeWave, wavesOf } from '../workspace/waves.ts';

/** Every wave with what is promised by it, the earliest first. */
export function wavePlans(view: WorkspaceView): WavePlan[] {
  const { store, entities } = view;
  const targets = alignmentTargets(store);
  const synergies = synergiesOf(store);
  return wavesOf(store).map((wave) => ({
    ...wave,
    targets: targets
      .filter((target) => target.wave === wave.name)
      .map(({ entity, dimension }) => ({
        entity,
        dimension,
        label: `${labelOf(dimension)} of ${entities.get(entity)?.name ?? entity}`,
      })),
    synergies: synergies.filter((synergy) => synergy.wave === wave.name).map(({ id, title }) => ({ id, title })),
  }));
}

/** Strikes a wave out, and gives it as it was: what it held stays, without a wave. */
export function dropWave(view: WorkspaceView, name: string): WavePlan {
  requireWave(view.store, name);
  const plan = wavePlans(view).find((wave) => wave.name === name)!;
  strikeWave(view.store, name);
  return plan;
}

function labelOf(id: string): string {
  return DIMENSIONS.find(({ definition }) => definition.metric === id)?.label ?? id;
}
