import type { DuckDb } from './duckdb.ts';

/** What the page is asked: months `YYYY-MM` inclusive, and codes by column of the labour table. */
export type Question = { from: string; to: string; where: Record<string, string[]> };

export type MonthTotals = { month: string; external: number; all: number; externalCost: number; ownCost: number };
export type PlaceTotals = Omit<MonthTotals, 'month'> & { place: string };
export type PageAnswers = { months: MonthTotals[]; units: PlaceTotals[]; workers: Map<string, number> };

const EXTERNAL = "worker_type in ('agency', 'locum', 'independent_contractor', 'vendor')";
const EMPLOYEE = "worker_type in ('employee_full_time', 'employee_part_time')";
const PRODUCTIVE = "pay_code in ('regular', 'overtime', 'call_back')";
const MONTH = "strftime(work_date, '%Y-%m')";
/** Hours in quarters and money in cents, as whole numbers. */
const HOURS = 'sum(hours * 100)';
const TOTALS = `cast(coalesce(${HOURS} filter (${EXTERNAL} and ${PRODUCTIVE}), 0) as bigint), cast(coalesce(${HOURS} filter (${PRODUCTIVE}), 0) as bigint), cast(coalesce(sum(cost * 100) filter (${EXTERNAL}), 0) as bigint), cast(coalesce(sum(cost * 100) filter (not ${EXTERNAL}), 0) as bigint)`;

/**
 * The raw questions that give the numbers of the page `who_works`: external share of hours and cost by month, by unit
 * and by worker type; paid hours; external and own prices by job, site and month for the agency premium, with the
 * eleven months before; overtime against each worker's regular rate; distinct workers by unit, month and type, which
 * decide what is hidden.
 */
export async function askPage(duck: DuckDb, question: Question): Promise<PageAnswers> {
  const filters = Object.entries(question.where).map(
    ([column, codes]) => `${column} in (${codes.map((code) => `'${code}'`).join(', ')})`,
  );
  const within = (from: string | null) =>
    `from labor where ${[...filters, ...(from ? [`work_date >= date '${from}-01'`] : []), `work_date < date '${question.to}-01' + interval 1 month`].join(' and ')}`;
  const period = within(question.from);
  const ever = within(null);
  const months = await duck.rows(
    `select ${MONTH} m, ${TOTALS}, sum(hours) filter (pay_code not in ('differential', 'on_call')) ${ever} group by m order by m`,
  );
  const units = await duck.rows(`select unit, ${TOTALS} ${period} group by unit order by unit`);
  await duck.rows(`select worker_type, sum(hours) filter (${PRODUCTIVE}), sum(cost) ${period} group by worker_type`);
  await duck.rows(
    `select job_code, site, ${MONTH} m, sum(hours) filter (${EXTERNAL} and ${PRODUCTIVE}) h, sum(cost) filter (${EXTERNAL}), sum(cost) filter (${EMPLOYEE}), sum(hours) filter (${EMPLOYEE} and ${PRODUCTIVE}), sum(cost) filter (${EMPLOYEE} and pay_code = 'regular'), sum(hours) filter (${EMPLOYEE} and pay_code = 'regular'), sum(cost) filter (${EMPLOYEE} and pay_code = 'overtime'), sum(hours) filter (${EMPLOYEE} and pay_code = 'overtime') ${ever} and work_date >= date '${question.from}-01' - interval 23 month group by all`,
  );
  await duck.rows(
    `with rate as (select worker_id, ${MONTH} m, sum(cost) filter (pay_code = 'overtime') oc, sum(hours) filter (pay_code = 'overtime') oh, sum(cost) filter (pay_code = 'regular') rc, sum(hours) filter (pay_code = 'regular') rh ${ever} and work_date >= date '${question.from}-01' - interval 12 month and not ${EXTERNAL} group by all) select m, sum(oc - oh * rc / rh) from rate where oh > 0 and rh > 0 group by m`,
  );
  await duck.rows(`select unit, count(distinct worker_id) ${period} group by unit`);
  await duck.rows(`select worker_type, count(distinct worker_id) ${period} group by worker_type`);
  const workers = await duck.rows(`select ${MONTH} m, count(distinct worker_id) ${ever} group by m`);
  const totals = ([key, external, all, externalCost, ownCost]: unknown[]) => ({
    key: String(key),
    external: Number(external),
    all: Number(all),
    externalCost: Number(externalCost),
    ownCost: Number(ownCost),
  });
  return {
    months: months.map(totals).map(({ key, ...rest }) => ({ month: key, ...rest })),
    units: units.map(totals).map(({ key, ...rest }) => ({ place: key, ...rest })),
    workers: new Map(workers.map(([month, count]) => [String(month), Number(count)])),
  };
}
