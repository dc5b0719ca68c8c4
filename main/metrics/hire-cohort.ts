import { effectiveEnd, effectiveStart } from '../workforce/stays.ts';
import type { Stay } from '../workforce/stays.ts';
import type { Spells } from '../stats/spells.ts';
import type { PeopleContext } from './people-metric.ts';
import { isHeadline } from './stay-tests.ts';

const ENTRIES: ReadonlySet<string> = new Set(['hire', 'rehire', 'conversion']);

/** Whether somebody was hired in the period: employees who began their service in it, per diem workers left out. */
export function isOfCohort(stay: Stay, { observed }: PeopleContext): boolean {
  const { begins, spell } = stay;
  if (!begins || !isHeadline(stay) || !ENTRIES.has(spell.entry)) return false;
  const from = serviceStart(stay);
  return from >= observed.first && from <= observed.last;
}

/** Days since the hire at which a cohort came under observation and left it; who was moved on without leaving is censored. */
export function cohortSpells(cohort: readonly Stay[]): Spells {
  return {
    entry: cohort.map((stay) => stay.spell.observedFrom - Math.min(stay.spell.observedFrom, serviceStart(stay))),
    exit: cohort.map((stay) => lastDay(stay) - serviceStart(stay) + 1),
    left: cohort.map(({ spell }) => (spell.exit !== null && spell.exit !== 'divested' ? 1 : 0)),
  };
}

function serviceStart({ spell }: Stay): number {
  return spell.serviceFrom === spell.start ? effectiveStart(spell) : spell.serviceFrom;
}

function lastDay({ spell }: Stay): number {
  return Math.max(effectiveEnd(spell), spell.observedFrom);
}
