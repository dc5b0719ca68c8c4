import { effectiveEnd, isSeparated, serviceStart } from '../workforce/spell-times.ts';
import type { Stay } from '../workforce/stays.ts';
import type { Spells } from '../stats/spells.ts';
import type { PeopleContext } from './people-metric.ts';
import { isHeadline } from './stay-tests.ts';

const ENTRIES: ReadonlySet<string> = new Set(['hire', 'rehire', 'conversion']);

/** Whether somebody was hired in the period: employees who began their service in it, per diem workers left out. */
export function isOfCohort(stay: Stay, { observed }: PeopleContext): boolean {
  const { begins, spell } = stay;
  if (!begins || !isHeadline(stay) || !ENTRIES.has(spell.entry)) return false;
  const from = serviceStart(spell);
  return from !== null && from >= observed.first && from <= observed.last;
}

/** Days since the hire at which a cohort came under observation and left it; who was moved on without leaving is censored. */
export function cohortSpells(cohort: readonly Stay[]): Spells {
  const spells = cohort.map(({ spell }) => ({ spell, from: serviceStart(spell)! }));
  return {
    entry: spells.map(({ spell, from }) => spell.observedFrom - from),
    exit: spells.map(({ spell, from }) => effectiveEnd(spell) - from + 1),
    left: spells.map(({ spell }) => (isSeparated(spell) ? 1 : 0)),
  };
}
