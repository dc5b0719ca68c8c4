import type { Figure } from '../contract/figure.ts';
import { formatMonth, formatNumber, formatValue } from '../contract/format.ts';
import type { HeatChart, SeriesChart, Table } from '../contract/page.ts';
import { COHORT_MONTHS } from '../metrics/cohort-retention.metric.ts';
import { formatIsoMonth } from '../model/civil-day.ts';
import { dimensionLabel, UNKNOWN_CODE } from '../model/dimensions.ts';
import { periodsOf } from '../model/period.ts';
import type { Period } from '../model/period.ts';
import { coveredMonths } from '../workforce/coverage.ts';
import { absenceText, definePage, kpi, signalText } from './page.ts';
import type { History, Months, PageContext } from './page.ts';
import { codesAmong, peopleNotices, peopleScope } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { periodMonths, seriesLine } from './series-line.ts';
import { EMPTY_TABLE, figureCell, numberColumn, textColumn } from './table-columns.ts';
import { withoutPeople } from './without-people.ts';

/** Ages at which the triangle looks, in months: those of the metric that a reader can tell apart. */
const AGES = COHORT_MONTHS.filter((months) => months >= 3);
/** Quarters of hire in the triangle, the period's last one the youngest. */
const QUARTERS = 10;
/** As many as leave room for a second chart beneath the table. */
const SHOWN_JOBS = 5;
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
      kpi(context, {
        id: 'new_leavers',
        label: 'Leavers in their first year',
        metric: 'first_year_turnover',
        variant: 'leavers',
        lowerIsBetter: true,
        detail: (figure) => (figure.value === null ? '' : 'of all who left'),
      }),
      kpi(context, { id: 'rate', label: 'Retention rate', metric: 'retention_rate', lowerIsBetter: false }),
      kpi(context, {
        id: 'turnover',
        label: 'Turnover, annualised',
        metric: 'turnover_annualized',
        variant: 'all',
        lowerIsBetter: true,
        history: turnover,
      }),
    ];
    if ('absence' in scope)
      return withoutPeople('Which cohorts stay cannot be told from these extracts', scope.absence, kpis);
    return {
      title: titleOf(context, stayed, turnover),
      kpis,
      chart: triangleOf(context),
      inset: turnoverSeries(context, turnover),
      table: jobsTable(context, scope),
      recommendation: null,
      notices: peopleNotices(scope),
    };
  },
});

/** The latest twelve months of hires whom the page's period has followed for a year. */
function matureYear({ period: { to } }: PageContext): Months {
  return { from: to - 2 * YEAR + 1, to: to - YEAR };
}

function titleOf(context: PageContext, stayed: Figure, turnover: History): string {
  const trend = `monthly turnover is ${signalText(turnover).replace(/:.*$/, '')}`;
  if (stayed.value === null)
    return `How many of those hired stay a year cannot be told yet (${absenceText(stayed)}); ${trend}`;
  const year = formatMonth(formatIsoMonth(matureYear(context).to));
  const size = formatValue(stayed.denominator, 'count');
  return `${formatValue(stayed.value, 'share')} of the ${size} hired in the year to ${year} stayed a year; ${trend}`;
}

/** Quarters of hire by age; a cell is blank until everybody of the quarter could have been here so long. */
function triangleOf(context: PageContext): HeatChart {
  const first = coveredMonths(context.view)?.first ?? context.period.from;
  const from = Math.max(first, context.period.to - 3 * QUARTERS + 1);
  const quarters = periodsOf(from, context.period.to, 'quarter').filter(({ first: begin, last }) => last - begin === 2);
  const figures =
    quarters.length === 0
      ? []
      : context.figures([
          {
            metric: 'cohort_retention',
            variants: AGES.map(String),
            grain: 'quarter',
            from: quarters[0].first,
            to: quarters.at(-1)!.last,
          },
        ])[0];
  const at = (age: number, quarter: number) => figures[age * quarters.length + quarter];
  const rows = quarters
    .map((quarter, index): HeatChart['rows'][number] => {
      const cells = AGES.map((_, age) => at(age, index));
      return {
        label: quarterLabel(quarter),
        size: cells.find(({ denominator }) => denominator !== null)?.denominator ?? null,
        cells: cells.map((figure) => ({
          value: figure.value,
          absence: figure.value === null ? cellAbsence(figure) : null,
          query:
            figure.value === null
              ? null
              : context.query('cohort_retention', figure.variant, { from: quarter.first, to: quarter.last }),
        })),
      };
    })
    // A quarter that nobody has left behind yet has nothing to show.
    .filter(({ cells }) => cells.some(({ value, absence }) => value !== null || absence === HIDDEN))
    .reverse();
  const reached = AGES.filter((_, age) => rows.some(({ cells }) => cells[age].value !== null)).length;
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const lowest = values.length > 0 ? Math.floor(Math.min(...values) * 10) / 10 : 0;
  return {
    kind: 'heat',
    unit: 'share',
    scale: { from: Math.min(lowest, 0.9), to: 1 },
    rowTitle: 'Hired in',
    columns: AGES.slice(0, reached).map((months) => `${months} months`),
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, reached) })),
    title: 'Share still in post, by quarter of hire',
    subtitle: 'Months since the hire; blank: not everybody of the quarter could have been here so long',
    description: describe(rows),
  };
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
  const line = seriesLine(context, history, {
    id: 'turnover',
    label: 'Turnover',
    role: 'neutral',
    metric: 'turnover_annualized',
    variant: 'all',
  });
  return {
    kind: 'series',
    unit: 'ratio',
    currency: null,
    months: periodMonths(context),
    series: [line],
    title: 'Turnover by month, annualised',
    subtitle: `Separations ÷ person-years.${context.comparison ? ' Light: prior year.' : ''} Band: natural process limits`,
    description: `Annualised turnover by month; in the last month ${formatValue(line.actual.at(-1) ?? null, 'ratio')}.`,
  };
}

/** Jobs with most people: whom we hire, and who leaves. */
function jobsTable(context: PageContext, scope: PeopleScope): Table {
  const codes = codesAmong(scope.presences, 'job')
    .filter((code) => code !== UNKNOWN_CODE)
    .slice(0, SHOWN_JOBS);
  if (codes.length === 0) return EMPTY_TABLE;
  const by = { by: ['job'], ...context.period };
  const [heads, hires, turnover, early] = context.figures([
    { metric: 'headcount', variants: ['employees'], ...by },
    { metric: 'hires', variants: ['all'], ...by },
    { metric: 'turnover_annualized', variants: ['all'], ...by },
    { metric: 'first_year_turnover', variants: ['leavers'], ...by },
  ]);
  const of = (figures: readonly Figure[], code: string) => figures.find((figure) => figure.by['job'] === code);
  return {
    title: 'Jobs with most people',
    subtitle: 'Hires and turnover of the period; leavers in their first year as a share of all leavers',
    columns: [
      textColumn('job', dimensionLabel('job')),
      numberColumn('heads', 'Heads', 'count'),
      numberColumn('hires', 'Hires', 'count'),
      numberColumn('turnover', 'Turnover', 'ratio', { bar: true }),
      numberColumn('early', 'In first year', 'share'),
    ],
    rows: codes.map((code) => {
      const label = context.labelOf('job', code);
      const query = (metric: string, variant: string | null) =>
        context.query(metric, variant, context.period, { job: [code] });
      return {
        id: code,
        narrow: { dimension: 'job', code, label },
        remainder: false,
        cells: [
          { text: label },
          figureCell(of(heads, code), query('headcount', 'employees')),
          figureCell(of(hires, code), query('hires', 'all')),
          figureCell(of(turnover, code), query('turnover_annualized', 'all')),
          figureCell(of(early, code), query('first_year_turnover', 'leavers')),
        ],
      };
    }),
  };
}
