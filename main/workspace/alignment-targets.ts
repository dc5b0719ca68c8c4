import type { AlignmentTarget } from '../contract/decisions.ts';
import { InputRefused } from '../contract/errors.ts';
import type { Settings, Store } from '../ports/store.ts';

const SETTING = 'alignment_targets';

type Subject = Pick<AlignmentTarget, 'entity' | 'dimension'>;

/** Every decision, in order of entity and dimension. */
export function alignmentTargets(store: Store): AlignmentTarget[] {
  const text = store.setting(SETTING);
  return text === null ? [] : (JSON.parse(text) as AlignmentTarget[]);
}

/** The decision on one dimension of one entity; null where there is none. */
export function targetOn(store: Store, subject: Subject): AlignmentTarget | null {
  return alignmentTargets(store).find((target) => keyOf(target) === keyOf(subject)) ?? null;
}

/** Stores a decision in place of the one before on the same dimension. */
export function decideTarget(store: Store, target: AlignmentTarget): void {
  const all = [...others(store, target), target].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  store.setSettings(settingOf(all));
}

/** Takes a decision back. Throws InputRefused when there is none on that dimension. */
export function withdrawTarget(store: Store, subject: Subject): void {
  requireTarget(store, subject);
  store.setSettings(settingOf(others(store, subject)));
}

/** Throws InputRefused when nothing was decided on that dimension. */
export function requireTarget(store: Store, subject: Subject): AlignmentTarget {
  const target = targetOn(store, subject);
  if (target === null)
    throw new InputRefused('unknown_target', `Nothing was decided on ${subject.dimension} of ${subject.entity}.`);
  return target;
}

/** The setting that follows when all of one wave go to another, or to none; nothing where there are none. */
export function targetsMoved(store: Store, from: string, to: string | null): Settings {
  const all = alignmentTargets(store);
  if (!all.some(({ wave }) => wave === from)) return {};
  return settingOf(all.map((target) => (target.wave === from ? { ...target, wave: to } : target)));
}

function others(store: Store, subject: Subject): AlignmentTarget[] {
  return alignmentTargets(store).filter((other) => keyOf(other) !== keyOf(subject));
}

function settingOf(targets: readonly AlignmentTarget[]): Settings {
  return { [SETTING]: JSON.stringify(targets) };
}

function keyOf({ entity, dimension }: Subject): string {
  return JSON.stringify([entity, dimension]);
}
