import { type Cell, isProductive } from './books.ts';
import { RECENT } from './calendar.ts';
import { CROSSWALK } from './crosswalk.ts';
import { groupBy } from './group-by.ts';
import { codeAt } from './pay.ts';
import type { Holding } from './seats.ts';
import { isInPostAtEnd } from './spells.ts';
import { titleOf } from './titles.ts';
import { inMonths, sumBy, total } from './truth-sums.ts';

/**
 * Bayside's jobs, what each means at Northlake, and what the first crosswalk makes of it. Heads are own staff in post on
 * 30 September 2026, per diem too; hours are productive ones of everybody over the last twelve months.
 */
export function crosswalkTruths(holdings: readonly Holding[], cells: readonly Cell[]) {
  const own = holdings.filter(
    (holding) => holding.seat.unit.entity === 'Bayside' && holding.supplier === null && isInPostAtEnd(holding),
  );
  const worked = inMonths(cells, RECENT).filter(
    ({ entity, payClass }) => entity === 'Bayside' && isProductive(payClass),
  );
  const jobs = [...groupBy(own, ({ seat }) => seat.job)].map(([job, people]) => {
    const code = codeAt('Bayside', job);
    const targets = CROSSWALK.filter((mapping) => mapping.code === code);
    return {
      job_code: code,
      means: job,
      status: targets.length === 0 ? 'unmapped' : targets.length > 1 ? 'split' : 'one_to_one',
      targets: targets.map(({ target, share }) => ({ job_code: target, share })),
      heads: people.length,
      hours_last_12_months: total(
        worked.filter((cell) => cell.job === code),
        ({ hours }) => hours,
      ),
      titles: sumBy(people, titleOf, () => 1),
    };
  });
  const heads = (status: string) =>
    total(
      jobs.filter((job) => job.status === status),
      (job) => job.heads,
    );
  return {
    heads: own.length,
    heads_by_status: { one_to_one: heads('one_to_one'), split: heads('split'), unmapped: heads('unmapped') },
    job_alignment: heads('one_to_one') / own.length,
    jobs,
  };
}
