import type { SurvivalSpells } from '../analyses/survival/survival.ts';
import type { Filter } from '../contract/figure.ts';
import { isHeadline } from './employment.ts';
import { effectiveEnd, isSeparated, serviceStart } from './spell-times.ts';
import type { Segment, Spell } from './spell.ts';
import { codeOf } from './stays.ts';

const TERMS = ['worker_type', 'worker_class'];

/**
 * Spells as times in days since the service began, split by dimensions of people, groups in order of their codes.
 *
 * Observation begins when the extracts would have shown the person leaving; the group is that of this day. Without
 * a word on the type or class of workers they are those of headline turnover: employees but per diem workers.
 * Spells whose service began at an unknown time have no place on the clock and are counted in `undated`; `people` are
 * those of the others.
 */
export function survivalSpells(
  spells: readonly Spell[],
  { by, where }: { by: readonly string[]; where: Filter },
): SurvivalSpells & { unit: 'days'; undated: number; people: string[] } {
  const isHeadlineOnly = ![...by, ...Object.keys(where)].some((dimension) => TERMS.includes(dimension));
  const filters = Object.entries(where);
  const chosen: { spell: Spell; from: number; key: string }[] = [];
  let undated = 0;
  for (const spell of spells) {
    const terms = termsWhenSeen(spell);
    if (isHeadlineOnly && !isHeadline(terms.codes)) continue;
    if (!filters.every(([dimension, codes]) => codes.includes(codeOf(terms, dimension)))) continue;
    const from = serviceStart(spell);
    if (from === null) undated++;
    else chosen.push({ spell, from, key: by.map((dimension) => codeOf(terms, dimension)).join('\u0000') });
  }
  const names = [...new Set(chosen.map(({ key }) => key))].sort();
  const positions = new Map(names.map((name, i) => [name, i]));
  return {
    entry: Float64Array.from(chosen, ({ spell, from }) => spell.observedFrom - from),
    exit: Float64Array.from(chosen, ({ spell, from }) => effectiveEnd(spell) - from + 1),
    left: Uint8Array.from(chosen, ({ spell }) => (isSeparated(spell) ? 1 : 0)),
    group: Int32Array.from(chosen, ({ key }) => positions.get(key)!),
    groups: names.map((name) => Object.fromEntries(by.map((id, i) => [id, name.split('\u0000')[i]]))),
    unit: 'days',
    undated,
    people: chosen.map(({ spell }) => spell.person),
  };
}

/** Segment in force on the first day under observation. */
function termsWhenSeen({ segments, observedFrom }: Spell): Segment {
  return segments.findLast(({ first }) => first <= observedFrom) ?? segments[0];
}
