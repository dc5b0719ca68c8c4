import { formatIsoDay, parseIsoDay } from '../../main/model/civil-day.ts';
import { seededRandom } from '../../main/stats/random.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { addExtract } from './people.ts';

/** Days on which leaving was seen: the thirty months of the hospital’s labour lines. */
const OBSERVED = { first: parseIsoDay('2024-01-01')!, last: parseIsoDay('2026-06-30')! };
export const CLOSE = '2025-07-01';

/** Seats, the chance to leave within a year, and the job; in the emergency department people leave three times as fast. */
const UNITS = [
  { unit: 'ICU', site: 'Main', job: 'RN', seats: 60, yearly: 0.25 },
  { unit: 'ED', site: 'Main', job: 'RN', seats: 60, yearly: 0.75 },
  { unit: 'Ward', site: 'North', job: 'RN', seats: 70, yearly: 0.25 },
  { unit: 'Ward', site: 'North', job: 'CNA', seats: 30, yearly: 0.3 },
  { unit: 'Clinic', site: 'South', job: 'CNA', seats: 30, yearly: 0.3 },
  { unit: 'Hospice', site: 'South', job: 'RN', seats: 2, yearly: 0.25 },
] as const;
const REASONS = ['Resigned', 'Resigned', 'Resigned', 'Retired', 'Dismissed', 'Code 9'];

/** Rosters of a hospital that never has an empty seat, and of one that it acquired. */
export async function addStaff(folder: string, workspace: Workspace): Promise<void> {
  await addExtract(folder, workspace, [
    'entity_id,name,parent,close_date',
    'Hill,Hill Hospital,,',
    `Bay,Bay Hospital,Hill,${CLOSE}`,
  ]);
  await addExtract(folder, workspace, rosterLines());
}

function rosterLines(): string[] {
  const random = seededRandom(20_263);
  const lines = [
    'worker_id,worker_type,entity,site,unit,job_code,hire_date,term_date,term_reason,fte,scheduled_hours,base_rate,currency,observed_from,observed_to',
  ];
  const seat = (place: string, job: string, yearly: number, entity: string) => {
    // The first holder was hired within the eight years before; each one is followed by the next, two weeks later.
    let hired = OBSERVED.first - random.integer(8 * 365);
    while (hired <= OBSERVED.last) {
      const end = hired + Math.ceil((-Math.log(1 - random.uniform()) * 365) / yearly);
      const left = end <= OBSERVED.last;
      const type = random.uniform() < 0.1 ? 'employee_part_time' : 'employee_full_time';
      const rate = (job === 'RN' ? 40 : 20) + random.integer(8);
      // Whoever left before is not in the extract.
      if (end >= OBSERVED.first)
        lines.push(
          [
            `P${lines.length}`,
            type,
            entity,
            place,
            job,
            formatIsoDay(hired),
            left ? formatIsoDay(end) : '',
            left ? REASONS[random.integer(REASONS.length)] : '',
            '1,36',
            rate,
            'USD',
            formatIsoDay(OBSERVED.first),
            formatIsoDay(OBSERVED.last),
          ].join(','),
        );
      hired = end + 14;
    }
  };
  for (const { unit, site, job, seats, yearly } of UNITS)
    for (let i = 0; i < seats; i++) seat(`${site},${unit}`, job, yearly, 'Hill');
  for (let i = 0; i < 60; i++) seat('Bay,Bay ward', 'RN', 0.4, 'Bay');
  return lines;
}
