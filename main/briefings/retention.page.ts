import { forecastLeavers } from '../analyses/retention/expected-leavers.ts';
import { exposuresOf } from '../analyses/retention/exposures.ts';
import { firstYearSurvival } from '../analyses/retention/first-year.ts';
import type { FirstYear } from '../analyses/retention/first-year.ts';
import { serviceTable } from '../analyses/retention/leaving-months.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { Kpi } from '../contract/page.ts';
import expectedLeavers from '../metrics/definitions/expected-leavers.definition.ts';
import survival from '../metrics/definitions/survival.definition.ts';
import { seededRandom } from '../stats/random.ts';
import { analysisFigure } from './analysis-figure.ts';
import { hotSpotAdvice, hotSpotsOf, hotSpotTable, untestedNotice } from './hot-spot-table.ts';
import { definePage, kpi, trendText } from './page.ts';
import type { History, PageContext } from './page.ts';
import { peopleNotices, peopleScope } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { closedSurvival } from './closed-survival.ts';
import { comparedGroups, contrastNotice, losingMost, retentionCurves } from './retention-curves.ts';
import type { Comparison } from './retention-curves.ts';
import { turnoverByJob } from './turnover-by-job.ts';
import { turnoverKpi } from './turnover-kpi.ts';
import { withoutPeople } from './without-people.ts';

const DRAWS = 999;
const SEED = 20_261;

export default definePage({
  id: 'retention',
  label: 'Do people stay',
  question: 'Do people stay?',
  definitions: [
    'survival',
    'turnover',
    'turnover_annualized',
    'stability_index',
    'expected_leavers',
    'hot_spots',
    'separations',
    'hires',
    'first_year_turnover',
    'headcount',
  ],
  build(context) {
    const scope = peopleScope(context);
    const turnover = context.history('turnover_annualized', 'all');
    const rates = (firstYear: Kpi | null, expected: Kpi | null) => [
      ...(firstYear ? [firstYear] : []),
      turnoverKpi(context, turnover),
      kpi(context, { id: 'stability', label: 'Stability index', metric: 'stability_index', lowerIsBetter: false }),
      ...(expected ? [expected] : []),
    ];
    if ('absence' in scope)
      return withoutPeople('Whether people stay cannot be told from these extracts', scope.absence, rates(null, null));
    const firstYear = firstYearSurvival(serviceTable(scope.presences));
    const comparison = comparedGroups(context, scope);
    const losing = losingMost(comparison);
    const spots = hotSpotsOf(context, scope);
    return {
      title: titleOf({ firstYear, comparison, losing, turnover }),
      kpis: rates(firstYearKpi(context, firstYear), expectedKpi(context, scope)),
      chart:
        context.view.cleanRoom() === null
          ? retentionCurves(context, comparison)
          : closedSurvival(context, scope.workforce.spells),
      inset: null,
      table: spots.tested.length > 0 ? hotSpotTable(context, spots) : turnoverByJob(context, scope),
      recommendation: hotSpotAdvice(context, spots),
      notices: [...(losing ? contrastNotice(losing) : []), ...untestedNotice(spots), ...peopleNotices(scope)],
    };
  },
});

function titleOf({
  firstYear,
  comparison,
  losing,
  turnover,
}: {
  firstYear: FirstYear | null;
  comparison: Comparison;
  losing: ReturnType<typeof losingMost>;
  turnover: History;
}): string {
  const interval = firstYear && intervalText(firstYear);
  const start =
    firstYear === null
      ? 'Too few are in their first year to tell how many stay'
      : `First-year survival is ${formatValue(firstYear.survival, 'share')}${interval === null ? '' : ` (${interval})`}`;
  const trend = trendText(turnover, 'monthly turnover');
  if (losing)
    return `${start}; ${losing.label} lost ${formatValue(losing.leavers, 'count')} people against ${formatValue(losing.expected, 'count')} expected at the rate of all; ${trend}`;
  return comparison.groups.length > 1
    ? `${start}; no ${comparison.dimension === 'entity' ? 'entity' : 'worker type'} loses more than the others beyond noise; ${trend}`
    : `${start}; ${trend}`;
}

/** "63.8–71.0%"; null where there are no bounds. */
function intervalText({ lower, upper }: FirstYear): string | null {
  if (lower === null || upper === null) return null;
  return `${formatNumber(lower * 100, { decimals: 1 })}–${formatValue(upper, 'share')}`;
}

function firstYearKpi(context: PageContext, firstYear: FirstYear | null): Kpi {
  const interval = firstYear && intervalText(firstYear);
  return {
    id: 'first_year',
    label: 'First-year survival',
    figure: analysisFigure(survival, {
      value: firstYear?.survival ?? null,
      numerator: null,
      variant: 'first_year',
      note: interval ? `95% interval ${interval}` : null,
    }),
    change: null,
    detail: firstYear === null ? 'fewer than ten people at risk in the first year' : firstYearDetail(firstYear),
    query: context.query('turnover', 'all'),
  };
}

function firstYearDetail(firstYear: FirstYear): string {
  const interval = intervalText(firstYear);
  const given = firstYear.from > 0 ? ` · of those there on day ${firstYear.from}` : '';
  return `${interval === null ? 'nobody left' : `95% interval ${interval}`}${given}`;
}

function expectedKpi(context: PageContext, scope: PeopleScope): Kpi {
  const present = scope.presences.filter(({ departure }) => departure === null);
  const forecast = forecastLeavers(exposuresOf(scope.presences), present, {
    random: seededRandom(SEED),
    draws: DRAWS,
    confidence: 0.95,
  });
  const range = forecast && `${formatValue(forecast.lower, 'count')}–${formatValue(forecast.upper, 'count')}`;
  return {
    id: 'expected',
    label: 'Expected leavers, next 12 months',
    figure: analysisFigure(expectedLeavers, {
      value: forecast?.expected ?? null,
      denominator: forecast?.present ?? null,
      note: range && `95% interval ${range}, over ${forecast.clusters}s`,
    }),
    change: null,
    detail: forecast
      ? `95% interval ${range} · of ${formatValue(forecast.present, 'count')} in post`
      : present.length === 0
        ? 'nobody is in post at the end of the period'
        : 'nobody left in the period',
    query: context.query('headcount', 'employees'),
  };
}
