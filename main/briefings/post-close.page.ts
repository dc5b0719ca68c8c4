import type { PostClose } from '../analyses/retention/post-close.ts';
import { formatDay, formatNumber, formatValue } from '../contract/format.ts';
import type { Kpi, PairsChart, SurvivalChart, Table } from '../contract/page.ts';
import postClose from '../metrics/definitions/post-close-retention.definition.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import { acquisitionsCompared } from './acquisitions-compared.ts';
import { analysisFigure } from './analysis-figure.ts';
import { CLOSED_CHART } from './closed-survival.ts';
import { definePage, kpi, PageContext } from './page.ts';
import { pText } from './retention-curves.ts';
import { survivalLine } from './survival-lines.ts';
import { numberColumn, textColumn, valueCell } from './table-columns.ts';
import { withoutPeople } from './without-people.ts';

const TICKS = [0, 3, 6, 9, 12];
const SHOWN_ACQUISITIONS = 8;

export default definePage({
  id: 'post_close',
  label: 'Do acquired people stay',
  question: 'Do acquired people stay as long as those we hire?',
  definitions: ['post_close_retention', 'turnover', 'turnover_annualized', 'headcount'],
  isOfDeal: true,
  build(context) {
    const compared = acquisitionsCompared(context).filter(({ acquisition }) => acquisition.people >= SMALLEST_GROUP);
    const [main] = compared;
    if (main === undefined)
      return withoutPeople(
        'There is no acquisition whose people could be followed',
        'One shows where the extract "entities" gives the close date of an entity whose roster is here, and at least five of its people are in this scope.',
        [differenceKpi(context, null)],
      );
    const { entity } = main.acquisition;
    const there = new PageContext(context.view, { ...context.filters, where: { ...context.where, entity: [entity] } });
    const name = context.labelOf('entity', entity);
    return {
      title: titleOf(name, main),
      kpis: [
        differenceKpi(context, main),
        kpi(there, {
          id: 'heads',
          label: `In post at ${name}`,
          metric: 'headcount',
          variant: 'employees',
          lowerIsBetter: false,
        }),
        kpi(there, {
          id: 'turnover',
          label: `Turnover at ${name}, annualised`,
          metric: 'turnover_annualized',
          variant: 'all',
          lowerIsBetter: true,
        }),
      ],
      chart: context.view.cleanRoom() === null ? curvesOf(context, main) : meansOf(context, main),
      inset: null,
      table: tableOf(context, compared),
      recommendation: null,
      notices: noticesOf(name, main),
    };
  },
});

function titleOf(name: string, compared: PostClose): string {
  if (compared.kind === 'too_few')
    return `Whether people of ${name} stay as long as new hires is too early or too small to tell`;
  const { difference, lower, upper, upTo } = compared.difference;
  const days = (value: number) => formatNumber(value, { signed: true });
  const interval = `95% interval ${days(lower)} to ${days(upper)}`;
  const within = `within ${formatNumber(upTo)} days`;
  const crossing = compared.crosses ? '; the curves cross' : '';
  if (lower > 0 || upper < 0)
    return `People of ${name} stay ${formatNumber(Math.abs(difference))} days ${difference > 0 ? 'longer' : 'less'} ${within} of the close than comparable hires (${interval})${crossing}`;
  return `People of ${name} stay as long as comparable hires, as far as can be told: ${days(difference)} days ${within} (${interval})${crossing}`;
}

function differenceKpi(context: PageContext, compared: PostClose | null): Kpi {
  const measured = compared?.kind === 'compared' ? compared.difference : null;
  return {
    id: 'difference',
    label: 'Days in post, acquired less hired',
    figure: analysisFigure(postClose, {
      value: measured?.difference ?? null,
      numerator: null,
      absence: compared === null ? 'no_base' : 'not_measured',
    }),
    change: null,
    detail: measured
      ? `95% interval ${formatNumber(measured.lower, { signed: true })} to ${formatNumber(measured.upper, { signed: true })} · within ${formatNumber(measured.upTo)} days · ${formatValue(compared!.pairs, 'count')} pairs`
      : compared
        ? `${formatValue(compared.pairs, 'count')} pairs: fewer than ten at risk on a side`
        : 'no acquisition in this scope',
    query: context.query('turnover', 'all', context.period, compared ? { entity: [compared.acquisition.entity] } : {}),
  };
}

function curvesOf(context: PageContext, compared: PostClose): SurvivalChart {
  const { entity, close } = compared.acquisition;
  const label = context.labelOf('entity', entity);
  const line = (side: 'acquired' | 'hired') =>
    compared.kind === 'too_few'
      ? null
      : survivalLine(compared[side], {
          id: side,
          label: side === 'acquired' ? label : 'Comparable hires',
          role: side === 'acquired' ? 'group1' : 'group2',
          narrow: side === 'acquired' ? { dimension: 'entity', code: entity, label } : null,
          query: context.query('turnover', 'all', context.period, side === 'acquired' ? { entity: [entity] } : {}),
          ticks: TICKS,
        });
  const curves = [line('acquired'), line('hired')].filter((curve) => curve !== null);
  const test = compared.kind === 'compared' && compared.p !== null ? ` · log-rank p ${pText(compared.p)}` : '';
  return {
    kind: 'survival',
    title: 'Share still in post since the close, or since the hire',
    subtitle:
      curves.length === 0
        ? 'Too few people are at risk on a side to draw a curve'
        : `Months since ${formatDay(formatIsoDay(close))} or the hire; ${formatValue(compared.pairs, 'count')} pairs of one job and pay band; band: 95% interval${test}`,
    description:
      curves.length === 0
        ? 'Too few people are at risk on a side to draw a curve.'
        : `Share still in post of people acquired with ${label}, and of comparable hires, by months since the close or the hire.`,
    timeUnit: 'months',
    ticks: TICKS,
    curves,
  };
}

/** In a clean room the means alone: every step of a curve would tell when somebody left. */
function meansOf(context: PageContext, compared: PostClose): PairsChart {
  const { entity } = compared.acquisition;
  const label = context.labelOf('entity', entity);
  const measured = compared.kind === 'compared' ? compared : null;
  const query = context.query('turnover', 'all', context.period, { entity: [entity] });
  return {
    ...CLOSED_CHART,
    unit: 'days',
    title: 'Days in post since the close, or since the hire',
    subtitle: measured
      ? `Mean within ${formatNumber(measured.difference.upTo)} days; ${formatValue(compared.pairs, 'count')} pairs of one job and pay band`
      : 'Too few people are at risk on a side to tell',
    description: measured
      ? `People acquired with ${label} and comparable hires, by their mean days in post within ${formatNumber(measured.difference.upTo)} days.`
      : 'Too few people are at risk on a side to tell.',
    bars: measured
      ? [
          { label, values: [measured.means.acquired], narrow: { dimension: 'entity', code: entity, label }, query },
          { label: 'Comparable hires', values: [measured.means.hired], narrow: null, query: null },
        ]
      : [],
  };
}

function tableOf(context: PageContext, compared: readonly PostClose[]): Table {
  return {
    title: 'Acquisitions',
    subtitle:
      'People who came with each, and how many of them have a counterpart among the hires of half a year around',
    columns: [
      textColumn('entity', 'Entity'),
      textColumn('close', 'Closed'),
      numberColumn('people', 'People', 'count'),
      numberColumn('hires', 'Hires', 'count'),
      numberColumn('pairs', 'Pairs', 'count'),
      numberColumn('difference', 'Days, difference', 'days', { signed: true }),
      textColumn('interval', '95% interval'),
    ],
    rows: compared.slice(0, SHOWN_ACQUISITIONS).map((one) => {
      const { entity, close, people } = one.acquisition;
      const label = context.labelOf('entity', entity);
      const query = context.query('headcount', 'employees', context.period, { entity: [entity] });
      const measured = one.kind === 'compared' ? one.difference : null;
      return {
        id: `${entity} ${close}`,
        narrow: { dimension: 'entity', code: entity, label },
        remainder: false,
        cells: [
          { text: label },
          { text: formatDay(formatIsoDay(close)) },
          valueCell(people, query),
          valueCell(one.hires, context.query('hires', 'hire')),
          valueCell(one.pairs, query),
          measured ? valueCell(measured.difference, query) : { value: null, absence: 'too few to tell', query: null },
          {
            text: measured
              ? `${formatNumber(measured.lower, { signed: true })} to ${formatNumber(measured.upper, { signed: true })}`
              : '',
          },
        ],
      };
    }),
  };
}

function noticesOf(name: string, compared: PostClose): string[] {
  const { acquisition, pairs, hires } = compared;
  const unmatched = acquisition.people - pairs;
  return [
    ...(unmatched > 0
      ? [
          `${formatValue(unmatched, 'count')} of ${formatValue(acquisition.people, 'count')} people of ${name} have no counterpart among ${formatValue(hires, 'count')} hires and are not compared.`,
        ]
      : []),
    ...(compared.kind === 'compared' && compared.crosses
      ? ['The curves cross for more than noise: who stays longer depends on how many days after the close one looks.']
      : []),
    ...(compared.kind === 'too_few'
      ? ['A comparison needs a day since the close at which ten people are at risk on both sides.']
      : []),
  ];
}
