import type { Filter } from '../contract/figure.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Observed } from './observation.ts';
import { effectiveEnd, effectiveStart } from './spell-times.ts';
import type { Segment, Spell } from './spell.ts';

/**
 * A stretch of a spell in one group: days without a gap with the same worker type in the same entity.
 * Days that only snapshots tell lie midway between those between which they must be.
 */
export type Stay = {
  spell: Spell;
  /** First and last day in the group; a stay that goes on ends with the last day observed. */
  first: number;
  last: number;
  /** First of these days on which the extracts of the entity can tell who was in post. */
  seenFrom: number;
  /** Whether the spell begins and ends here, rather than coming from or going to another group. */
  begins: boolean;
  ends: boolean;
  entity: string;
  /** At least one. */
  segments: readonly Segment[];
};

/** Stays of one group; codes in the order of the dimensions asked for. */
export type StayGroup = { codes: string[]; stays: Stay[] };

/** Code of a segment on a dimension. */
export function codeOf(segment: Segment, dimension: string): string {
  return segment.codes[dimension] ?? UNKNOWN_CODE;
}

/** Spells cut into stays by group, groups in order of their codes. */
export function groupStays(
  spells: readonly Spell[],
  { by, where, observedOf }: { by: readonly string[]; where: Filter; observedOf: (entity: string) => Observed },
): StayGroup[] {
  const filters = Object.entries(where).map(([dimension, codes]) => ({ dimension, codes: new Set(codes) }));
  const groups = new Map<string, StayGroup>();
  // Codes are objects that many segments share.
  const known = new Map<Segment['codes'], StayGroup | null>();
  const groupOf = (segment: Segment): StayGroup | null => {
    let group = known.get(segment.codes);
    if (group !== undefined) return group;
    group = null;
    if (filters.every(({ dimension, codes }) => codes.has(codeOf(segment, dimension)))) {
      const codes = by.map((dimension) => codeOf(segment, dimension));
      const key = codes.join('\u0000');
      group = groups.get(key) ?? null;
      if (!group) groups.set(key, (group = { codes, stays: [] }));
    }
    known.set(segment.codes, group);
    return group;
  };
  for (const spell of spells) addStays(spell, groupOf, observedOf);
  return [...groups.values()].sort((a, b) => compareCodes(a.codes, b.codes));
}

function addStays(
  spell: Spell,
  groupOf: (segment: Segment) => StayGroup | null,
  observedOf: (entity: string) => Observed,
): void {
  const { segments } = spell;
  let open: { group: StayGroup; stay: Stay & { segments: Segment[] } } | null = null;
  for (const [i, segment] of segments.entries()) {
    const group = groupOf(segment);
    if (!group) {
      open = null;
      continue;
    }
    const isLast = i === segments.length - 1;
    const last = isLast ? effectiveEnd(spell) : segment.last!;
    const ends = isLast && spell.end !== null;
    const before = open?.group === group ? open.stay : null;
    if (before && before.last === segment.first - 1 && isAlike(before.segments.at(-1)!, segment)) {
      before.last = last;
      before.ends = ends;
      before.segments.push(segment);
      continue;
    }
    const entity = codeOf(segment, 'entity');
    const from = i === 0 ? effectiveStart(spell) : segment.first;
    const stay = {
      spell,
      first: from,
      last,
      seenFrom: Math.max(from, observedOf(entity).first),
      begins: i === 0,
      ends,
      entity,
      segments: [segment],
    };
    group.stays.push(stay);
    open = { group, stay };
  }
}

function isAlike(one: Segment, other: Segment): boolean {
  return ['entity', 'worker_type'].every((dimension) => one.codes[dimension] === other.codes[dimension]);
}

function compareCodes(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
