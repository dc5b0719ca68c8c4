import type { Synergy } from '../../contract/decisions.ts';

/** Metrics that are a part of another, with the lines that they are of: what the part saves the whole saves as well. */
const PARTS: Readonly<Record<string, Pick<Synergy, 'metric' | 'where'>>> = {
  overtime_premium: { metric: 'labor_cost', where: { worker_class: ['internal'], pay_class: ['overtime'] } },
};

function wholeOf({ metric, where }: Synergy): Pick<Synergy, 'metric' | 'where'> {
  const part = PARTS[metric];
  return part === undefined ? { metric, where } : { metric: part.metric, where: { ...part.where, ...where } };
}

/**
 * Whether two synergies could count the same saving: in one metric or in a part of it, and no dimension that keeps their
 * filters apart.
 */
export function countTheSame(first: Synergy, second: Synergy): boolean {
  const [one, other] = [wholeOf(first), wholeOf(second)];
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
