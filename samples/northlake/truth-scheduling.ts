import { type Cell, isProductive } from './books.ts';
import { RECENT } from './calendar.ts';
import { NOT_YET_MAPPED } from './crosswalk.ts';
import { groupBy } from './group-by.ts';
import type { Shift } from './shifts.ts';
import { SHORT_NOTICE } from './story.ts';
import { total } from './truth-sums.ts';

const EMPLOYEES = ['employee_full_time', 'employee_part_time'];
const YEAR = 12;

/**
 * What Bayside's short notice costs: shifts posted late are filled by agencies more often than those of the same unit
 * and job posted as early as Northlake posts all of its own.
 */
export function schedulingTruths(shifts: readonly Shift[], cells: readonly Cell[]) {
  const bayside = shifts.filter(({ unit }) => unit.entity === 'Bayside');
  const mapped = bayside.filter(({ job }) => !NOT_YET_MAPPED.includes(job));
  const isLate = ({ day, posted }: Shift) => day - posted < SHORT_NOTICE.days;
  const groups = [...groupBy(mapped, ({ unit, job }) => `${unit.name}|${job}`)].map(([, own]) => ({
    unit: own[0]!.unit.name,
    job_code: own[0]!.job,
    late: sums(own.filter(isLate)),
    early: sums(own.filter((shift) => !isLate(shift))),
  }));
  const both = groups.filter(({ late, early }) => late.worked > 0 && early.worked > 0);
  // Mantel and Haenszel: each group counts by how much it can tell.
  const ratio =
    total(both, ({ late, early }) => (early.outside * late.worked) / (late.worked + early.worked)) /
    total(both, ({ late, early }) => (late.outside * early.worked) / (late.worked + early.worked));
  const jobs = [...groupBy(groups, ({ job_code: job }) => job)].flatMap(([job, own]) => {
    const excess = excessCents(cells, job);
    const outside = total(own, ({ late, early }) => late.outside + early.outside);
    if (excess === null || outside === 0) return [];
    return [{ job_code: job, excess_cents: excess, late_share_of_outside: total(own, ({ late }) => late.outside) / outside }];
  });
  return {
    units_and_jobs_with_both: both,
    ratio_of_outside_shares: ratio,
    jobs,
    cents_a_year: Math.round(
      total(jobs, ({ excess_cents: excess, late_share_of_outside: late }) => excess * late) * (1 - ratio),
    ),
  };
}

function sums(shifts: readonly Shift[]) {
  const outside = total(shifts, ({ workedExternal }) => workedExternal);
  return { worked: total(shifts, ({ workedInternal }) => workedInternal) + outside, outside };
}

/**
 * What Bayside paid for outside hours of a job over the last twelve months beyond twelve months of its own people's
 * cost ÷ their productive hours, site by site and month by month; null where it had no employee beside them.
 */
function excessCents(cells: readonly Cell[], job: string): number | null {
  const ofJob = cells.filter((cell) => cell.entity === 'Bayside' && cell.job === job);
  const excesses = [...groupBy(ofJob, ({ site }) => site).values()].flatMap((own) =>
    Array.from({ length: RECENT.last - RECENT.first + 1 }, (_, i) => RECENT.first + i).flatMap((month) => {
      const outside = own.filter((cell) => cell.workerClass === 'external' && cell.month === month);
      const hours = total(outside, (cell) => (isProductive(cell.payClass) ? cell.hours - cell.unknownHours : 0));
      const employees = own.filter(
        (cell) => EMPLOYEES.includes(cell.type) && cell.month <= month && cell.month > month - YEAR,
      );
      const ownHours = total(employees, (cell) => (isProductive(cell.payClass) ? cell.hours : 0));
      if (hours <= 0 || ownHours <= 0) return [];
      const rate = total(employees, (cell) => cell.cents + cell.load) / ownHours;
      return [total(outside, (cell) => cell.cents) - hours * rate];
    }),
  );
  return excesses.length === 0 ? null : total(excesses, (excess) => excess);
}
