import type { Figure } from '../contract/figure.ts';
import { formatMonth, formatNumber, formatValue } from '../contract/format.ts';
import type { HeatChart, SeriesChart } from '../contract/page.ts';
import { COHORT_MONTHS } from '../metrics/cohort-retention.metric.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { periodsOf } from '../model/period.ts';
import type { Period } from '../model/period.ts';
import { coveredMonths } from '../workforce/coverage.ts';
import { newLeaversKpi } from './new-leavers-kpi.ts';
import { absenceText, definePage, kpi, trendText } from './page.ts';
import type { History, Months, PageContext } from './page.ts';
import { peopleNotices, peopleScope } from './people-scope.ts';
import { periodMonths, rollingYear, seriesLine } from './series-line.ts';
import { turnoverByJob } from './turnover-by-job.ts';
import { turnoverKpi } from './turnover-kpi.ts';
import { withoutPeople } from './without-people.ts';

/** Ages at which the triangle looks, in months: those of the metric that a reader can tell apart. */
const AGES = COHORT_MONTHS.filter((months) => months >= 3);
/** Quarters of hire in the triangle, the period's last one the youngest. */
const QUARTERS = 10;
const YEAR = 12;
const HIDDEN = 'hidden: too few people';

export default definePage({
  id: 'cohorts',
  label: 'Which cohorts stay',
  question: 'How many of those we hire stay?',
  definitions: ['cohort_retention', 'turnover_annualized', 'first_year_turnover', 'retention_rate', 'hires'],
  build(context) {
    const scope = peopleScope(context);
    const turnover = context.history('turnover_annualized', 'all');
    const stayed = context.figure('cohort_retention', matureYear(context), String(YEAR));
    const kpis = [
      kpi(context, { id: 'hires', label: 'Hires', metric: 'hires', variant: 'all', lowerIsBetter: false }),
      newLeaversKpi(context),
      kpi(context, { id: 'rate', label: 'Retention rate', metric: 'retention_rate', lowerIsBetter: false }),
      turnoverKpi(context, turnover),
    ];
    if ('absence' in scope)
      return withoutPeople('Which cohorts stay cannot be told from these extracts', scope.absence, kpis);
    const triangle = triangleOf(context);
    return {
      title: titleOf(context, hidesCohort(triangle) ? null : stayed, turnover),
      kpis,
      chart: triangle,
      inset: turnoverSeries(context, turnover),
      table: turnoverByJob(context, scope),
      recommendation: null,
      notices: peopleNotices(scope),
    };
  },
});

/** The latest twelve months of hires whom the page's period has followed for a year. */
function matureYear({ period: { to } }: PageContext): Months {
  return { from: to - 2 * YEAR + 1, to: to - YEAR };
}

/** Whether a cohort is hidden at twelve months: the whole year less the others would show it. */
function hidesCohort({ rows }: HeatChart): boolean {
  return rows.some(({ cells }) => cells[AGES.indexOf(YEAR)]?.absence === HIDDEN);
}

/** `stayed` is null where the year's figure would give one of its cohorts away. */
function titleOf(context: PageContext, stayed: Figure | null, turnover: History): string {
  const trend = trendText(turnover, 'monthly turnover');
  if (stayed === null || stayed.value === null)
    return `How many of those hired stay a year cannot be told (${stayed === null ? HIDDEN : absenceText(stayed)}); ${trend}`;
  const year = formatMonth(formatIsoMonth(matureYear(context).to));
  const size = formatValue(stayed.denominator, 'count');
  return `${formatValue(stayed.value, 'share')} of the ${size} hired in the year to ${year} stayed a year; ${trend}`;
}

/** Cohorts by age; a cell is blank until everybody of the cohort could have been here so long. */
function triangleOf(context: PageContext): HeatChart {
  // Snapshots a year apart cannot tell in which quarter somebody was hired.
  const byQuarter = cohortRows(context, 'quarter');
  const grain = byQuarter.length > 0 ? 'quarter' : 'year';
  const rows = grain === 'quarter' ? byQuarter : cohortRows(context, grain);
  const reached = AGES.filter((_, age) => rows.some(({ cells }) => cells[age].value !== null)).length;
  const values = rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (value === null ? [] : [value])));
  const lowest = values.length > 0 ? Math.floor(Math.min(...values) * 10) / 10 : 0;
  return {
    kind: 'heat',
    unit: 'share',
    scale: { from: Math.min(lowest, 0.9), to: 1 },
    rowTitle: 'Hired in',
    columns: AGES.slice(0, reached).map((months) => `${months} months`),
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, reached) })),
    title: `Share still in post, by ${grain} of hire`,
    subtitle: `Months since the hire; blank: not everybody of the ${grain} could have been here so long`,
    description: describe(rows),
  };
}

/** Whole quarters or years of hire, the youngest first; those that nobody could have left behind yet are left out. */
function cohortRows(context: PageContext, grain: 'quarter' | 'year'): HeatChart['rows'] {
  const first = coveredMonths(context.view)?.first ?? context.period.from;
  const from = Math.max(first, context.period.to - 3 * QUARTERS + 1);
  const length = grain === 'quarter' ? 3 : YEAR;
  const cohorts = periodsOf(from, context.period.to, grain).filter((one) => one.last - one.first === length - 1);
  if (cohorts.length === 0) return [];
  const months = { from: cohorts[0].first, to: cohorts.at(-1)!.last };
  const [figures] = context.figures([{ metric: 'cohort_retention', variants: AGES.map(String), grain, ...months }]);
  return cohorts
    .map((cohort, index): HeatChart['rows'][number] => {
      const cells = AGES.map((_, age) => figures[age * cohorts.length + index]);
      return {
        label: grain === 'quarter' ? quarterLabel(cohort) : cohort.label,
        size: cells.find(({ denominator }) => denominator !== null)?.denominator ?? null,
        cells: cells.map((figure) => ({
          value: figure.value,
          absence: figure.value === null ? cellAbsence(figure) : null,
          query:
            figure.value === null
              ? null
              : context.query('cohort_retention', figure.variant, { from: cohort.first, to: cohort.last }),
        })),
      };
    })
    .filter(({ cells }) => cells.some(({ value, absence }) => value !== null || absence === HIDDEN))
    .reverse();
}

function cellAbsence(figure: Figure): string {
  if (figure.absence === 'suppressed') return HIDDEN;
  return figure.note ?? (figure.absence === 'no_base' ? 'nobody hired' : 'not measured');
}

function quarterLabel({ first }: Period): string {
  return `Q${Math.floor((first % 12) / 3) + 1} ${Math.floor(first / 12)}`;
}

function describe(rows: HeatChart['rows']): string {
  const year = AGES.indexOf(YEAR);
  const reached = rows.find(({ cells }) => cells[year].value !== null);
  return reached
    ? `Of those hired in ${reached.label}, ${formatNumber(reached.cells[year].value! * 100)}% were still in post after 12 months.`
    : 'No cohort has been followed for 12 months.';
}

function turnoverSeries(context: PageContext, history: History): SeriesChart {
  const metric = { metric: 'turnover_annualized', variant: 'all' };
  const month = seriesLine(context, history, { ...metric, id: 'month', label: 'Month', role: 'neutral' });
  const year = rollingYear(context, history, { ...metric, id: 'year', label: '12 months', role: 'total' });
  const latest = (line: SeriesChart['series'][number]) => formatValue(line.actual.at(-1) ?? null, 'ratio');
  return {
    kind: 'series',
    unit: 'ratio',
    currency: null,
    months: periodMonths(context),
    series: [{ ...month, prior: null }, year],
    title: 'Turnover, annualised',
    subtitle: 'Of the month, with natural limits, and of the year up to it',
    description: `Annualised turnover by month; ${latest(month)} in the last month, ${latest(year)} over the twelve months up to it.`,
  };
}
