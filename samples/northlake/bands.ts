import { dayOf, isoDay, monthOf } from './calendar.ts';
import { money } from './csv.ts';
import type { ExtractPlan } from './extract.ts';
import { bandAt } from './pay.ts';
import { faults } from './planted-errors.ts';
import { ENTITIES, UNITS } from './system.ts';

/** Northlake's bands move with its raises; what an older band says no longer counts. */
const VALID_FROM = ['2024-04-01', '2024-10-01', '2025-10-01'];

/** Pay bands of the Northlake entities, the same in all three; Bayside has none. */
export function bandsFile(): ExtractPlan {
  return {
    file: 'bands.csv.gz',
    kind: 'bands',
    title: 'Pay bands of Northlake',
    description: 'Lowest, middle and highest base pay an hour by job; a new row for each raise. Bayside has no bands.',
    header: ['entity', 'job_code', 'valid_from', 'min', 'mid', 'max', 'currency'],
    rows: ENTITIES.filter(({ id }) => id !== 'Bayside').flatMap(({ id }) =>
      jobsIn(id).flatMap((job) =>
        VALID_FROM.map((from) => {
          const band = bandAt(job, monthOf(dayOf(from)));
          return [id, job, isoDay(dayOf(from)), money(band.min), money(band.mid), money(band.max), 'USD'];
        }),
      ),
    ),
    faults: [...faults('missing_value', 'job_code', ['']), ...faults('invalid_number', 'min', ['n/a'])],
  };
}

/** Northlake, which owns the others, has a band for every job of the system. */
function jobsIn(entity: string): string[] {
  const units = UNITS.filter((unit) => entity === 'Northlake' || unit.entity === entity);
  return [...new Set(units.flatMap(({ staffing }) => staffing.map(({ job }) => job)))];
}
