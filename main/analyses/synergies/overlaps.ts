import type { Synergy } from '../../contract/decisions.ts';

/** Whether two synergies could count the same saving: one metric, and no dimension that keeps their filters apart. */
export function countTheSame(one: Synergy, other: Synergy): boolean {
  if (one.metric !== other.metric) return false;
  return Object.entries(one.where).every(([dimension, codes]) => {
    const others = other.where[dimension];
    return others === undefined || codes.some((code) => others.includes(code));
  });
}

/** Synergies in groups that count the same saving, directly or through one another; in order of their numbers. */
export function overlapGroups(synergies: readonly Synergy[]): Synergy[][] {
  const groups: Synergy[][] = [];
  for (const synergy of synergies) {
    const touched = groups.filter((group) => group.some((member) => countTheSame(member, synergy)));
    const rest = groups.filter((group) => !touched.includes(group));
    groups.splice(0, groups.length, ...rest, [...touched.flat(), synergy]);
  }
  return groups.map((group) => group.sort((a, b) => a.id - b.id)).sort((a, b) => a[0].id - b[0].id);
}
