import { monthOfDay } from '../../../model/civil-day.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import { isEmployed } from '../../../workforce/employment.ts';
import type { Segment, Spell } from '../../../workforce/spell.ts';
import type { LoadTable } from '../../../workspace/loads.ts';
import type { CodeMap } from './code-map.ts';
import type { AlignmentFacts, Head } from './facts.ts';
import type { PlaceBook } from './place-book.ts';

/** People of either side in post on a day. */
export function headsOn(
  day: number,
  { spells, places, jobs, loads }: { spells: readonly Spell[]; places: PlaceBook; jobs: CodeMap; loads: LoadTable },
): Head[] {
  const month = monthOfDay(day);
  const heads: Head[] = [];
  for (const spell of spells) {
    if (spell.start > day || (spell.end !== null && spell.end < day)) continue;
    const segment = segmentOn(spell, day);
    const place = segment && placeOf(segment, places);
    if (!segment || place === null) continue;
    const { entity } = places.places[place];
    const code = (dimension: string) => segment.codes[dimension] ?? UNKNOWN_CODE;
    const job = code('job');
    heads.push({
      place,
      person: spell.person,
      job,
      targets: job === UNKNOWN_CODE ? null : jobs.targetsOf(entity, job),
      relation: jobs.mappingOf(entity, job)?.relation ?? null,
      unit: code('unit'),
      workerType: code('worker_type'),
      employed: isEmployed(segment.codes),
      manager: segment.manager,
      rate: segment.baseRate,
      currency: segment.currency,
      weeklyHours: segment.scheduledHours,
      variableLoad: loads.ofCodes(segment.codes, month)?.variable ?? null,
    });
  }
  return heads;
}

/** Spells that began on or before a day, with the place where they stood then or last. */
export function placedSpells(
  day: number,
  { spells, places }: { spells: readonly Spell[]; places: PlaceBook },
): AlignmentFacts['spells'] {
  return spells.flatMap((spell) => {
    if (spell.start > day) return [];
    const segment = segmentOn(spell, Math.min(day, spell.end ?? day));
    const place = segment && placeOf(segment, places);
    return place === null ? [] : [{ place, spell }];
  });
}

export function segmentOn(spell: Spell, day: number): Segment | null {
  return spell.segments.findLast(({ first }) => first <= day) ?? null;
}

function placeOf({ codes }: Segment, places: PlaceBook): number | null {
  return places.at(codes['entity'] ?? null, codes['site'] ?? null);
}
