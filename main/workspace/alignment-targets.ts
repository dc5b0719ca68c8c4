import type { AlignmentTarget } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Store } from '../ports/store.ts';
import { leaveWave } from './waves.ts';

const SETTING = 'alignment_targets';

/** Every decision, in order of entity and dimension. */
export function alignmentTargets(store: Store): AlignmentTarget[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as AlignmentTarget[]);
}

/** Stores a decision in place of the one before on the same dimension. */
export function decideTarget(store: Store, target: AlignmentTarget): void {
  const others = alignmentTargets(store).filter((other) => keyOf(other) !== keyOf(target));
  const all = [...others, target].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  store.setSetting(SETTING, JSON.stringify(all));
}

/** Takes a decision back, out of its wave too. Throws InputRefused when there is none on that dimension. */
export function withdrawTarget(store: Store, target: Pick<AlignmentTarget, 'entity' | 'dimension'>): void {
  const all = alignmentTargets(store);
  const others = all.filter((other) => keyOf(other) !== keyOf(target));
  if (others.length === all.length)
    throw new InputRefused('unknown_target', `Nothing was decided on ${target.dimension} of ${target.entity}.`);
  store.setSetting(SETTING, JSON.stringify(others));
  leaveWave(store, { kind: 'target', entity: target.entity, dimension: target.dimension });
}

function keyOf({ entity, dimension }: Pick<AlignmentTarget, 'entity' | 'dimension'>): string {
  return JSON.stringify([entity, dimension]);
}
