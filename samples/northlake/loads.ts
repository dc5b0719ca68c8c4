import { dayOf, firstDay, isoDay } from './calendar.ts';
import type { JobFamily } from './jobs.ts';
import { ENTITIES, type EntityId } from './system.ts';

/**
 * Employer loads of the Northlake entities, as shares of pay: fixed (benefits) and variable (taxes).
 * Bayside has none here: its payroll books employer cost as lines of its own.
 */
export type Load = {
  entity: EntityId;
  family: JobFamily;
  type: string;
  validFrom: number;
  fixed: number;
  variable: number;
};

const FAMILIES: JobFamily[] = ['Nursing', 'Allied health', 'Medical staff', 'Support', 'Administration'];
const FIXED: Readonly<Record<string, number>> = {
  employee_full_time: 0.145,
  employee_part_time: 0.11,
  per_diem: 0,
  float_pool: 0.14,
  internal_agency: 0.06,
};
const VARIABLE: Readonly<Record<JobFamily, number>> = {
  Nursing: 0.083,
  'Allied health': 0.083,
  'Medical staff': 0.061,
  Support: 0.092,
  Administration: 0.081,
};
/** From this day benefits cost half a point more for those who have any. */
const DEARER_FROM = '2026-01-01';

export const LOADS: readonly Load[] = ENTITIES.filter((entity) => entity.id !== 'Bayside').flatMap((entity) =>
  FAMILIES.flatMap((family) =>
    Object.entries(FIXED).flatMap(([type, fixed]) => [
      { entity: entity.id, family, type, validFrom: dayOf('2024-01-01'), fixed, variable: VARIABLE[family] },
      {
        entity: entity.id,
        family,
        type,
        validFrom: dayOf(DEARER_FROM),
        fixed: fixed === 0 ? 0 : (fixed * 1000 + 5) / 1000,
        variable: VARIABLE[family],
      },
    ]),
  ),
);

const BY_KEY = new Map(
  LOADS.map((load) => [`${load.entity}|${load.family}|${load.type}|${isoDay(load.validFrom)}`, load]),
);

/** Fixed plus variable load in a month; 0 for Bayside. Throws RangeError for a worker type without a load. */
export function loadIn(entity: string, family: string, type: string, month: number): number {
  if (entity === 'Bayside') return 0;
  const validFrom = firstDay(month) >= dayOf(DEARER_FROM) ? DEARER_FROM : '2024-01-01';
  const load = BY_KEY.get(`${entity}|${family}|${type}|${validFrom}`);
  if (!load) throw new RangeError(`no load for ${entity}, ${family}, ${type}`);
  return load.fixed + load.variable;
}
