import { competingExits } from '../analyses/retention/competing-exits.ts';
import { countHeadChanges } from '../analyses/retention/head-changes.ts';
import { leavingByMonth, serviceTable } from '../analyses/retention/leaving-months.ts';
import { mergeSmallKinds } from '../analyses/retention/small-kinds.ts';
import { ENOUGH_AT_RISK } from '../analyses/survival/defaults.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import type { Kpi } from '../contract/page.ts';
import exitShares from '../metrics/definitions/exit-shares.definition.ts';
import { DAYS_A_YEAR } from '../model/year.ts';
import { normalQuantile } from '../stats/normal.ts';
import { analysisFigure } from './analysis-figure.ts';
import { headBridge } from './head-bridge.ts';
import { reasonsTable } from './leaver-reasons.ts';
import { newLeaversKpi } from './new-leavers-kpi.ts';
import { definePage, kpi } from './page.ts';
import type { PageContext } from './page.ts';
import { peopleNotices, peopleScope } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { tenurePyramid } from './tenure-pyramid.ts';
import { tellsVoluntary } from './told-ways.ts';
import { turnoverKpi } from './turnover-kpi.ts';
import { withoutPeople } from './without-people.ts';

/** Months of service looked at for the one in which most leave. */
const MONTHS = 24;
const SIGNIFICANT = 0.05;

export default definePage({
  id: 'leavers',
  label: 'Who leaves',
  question: 'Who leaves, after how long and why?',
  definitions: [
    'head_changes',
    'separations',
    'turnover_annualized',
    'hires',
    'headcount',
    'tenure_mix',
    'exit_shares',
  ],
  build(context) {
    const scope = peopleScope(context);
    const rates = (firstYear: Kpi | null) => [
      kpi(context, {
        id: 'separations',
        label: 'Separations',
        metric: 'separations',
        variant: 'all',
        lowerIsBetter: true,
      }),
      ownChoiceKpi(context, 'absence' in scope || tellsVoluntary(scope.presences)),
      newLeaversKpi(context),
      ...(firstYear ? [firstYear] : []),
    ];
    if ('absence' in scope)
      return withoutPeople('Who left and why cannot be told from these extracts', scope.absence, rates(null));
    return {
      title: titleOf(context, scope),
      kpis: rates(exitKpi(context, scope)),
      chart: headBridge(context, scope),
      inset: tenurePyramid(context, scope),
      table: reasonsTable(context, scope),
      recommendation: null,
      notices: [...peakNotice(scope), ...peopleNotices(scope)],
    };
  },
});

/** Voluntary turnover; all of it where no reason is mapped, since unknown is not nobody, or where it would tell of few. */
function ownChoiceKpi(context: PageContext, tells: boolean): Kpi {
  const { absence } = context.figure('turnover_annualized', context.period, 'voluntary');
  const variant = absence === null && tells ? 'voluntary' : 'all';
  return turnoverKpi(context, context.history('turnover_annualized', variant), variant);
}

function titleOf(context: PageContext, { presences }: PeopleScope): string {
  const { opening, came, went, closing } = countHeadChanges(presences);
  const all = (counts: Record<string, number>) =>
    Object.entries(counts).reduce((sum, [kind, count]) => (kind === 'moved' ? sum : sum + count), 0);
  const early = context.figure('first_year_turnover', context.period, 'leavers');
  const share =
    early.value === null
      ? ''
      : `; ${formatValue(early.value, 'share', { decimals: 0 })} of leavers had served less than a year`;
  const number = (value: number) => formatValue(value, 'count', { full: true });
  return `${number(opening)} heads at the start, ${number(closing)} at the end: ${number(all(came))} came and ${number(all(went))} left${share}`;
}

/** The most frequent way out of the first year, and the others beside it: they compete, so that they add up. */
function exitKpi(context: PageContext, { presences }: PeopleScope): Kpi {
  const exits = competingExits(presences, DAYS_A_YEAR);
  const shown = mergeSmallKinds((exits?.ways ?? []).map((way) => ({ kind: way, count: way.leavers }))).map(
    ({ kinds }) => ({
      label: kinds.map(({ way }) => way).join(' or '),
      share: kinds.reduce((sum, { share }) => sum + share, 0),
    }),
  );
  const [first, ...others] = shown.sort((a, b) => b.share - a.share);
  return {
    id: 'exits',
    label: first ? `Leave within a year: ${first.label}` : 'Ways to leave within a year',
    figure: analysisFigure(exitShares, {
      value: first?.share ?? null,
      numerator: null,
      variant: first?.label ?? null,
    }),
    change: null,
    detail:
      exits === null
        ? 'nobody was followed to a year of service'
        : first === undefined
          ? 'nobody left within a year'
          : others
              .slice(0, 2)
              .map(({ label, share }) => `${label} ${formatValue(share, 'share')}`)
              .join(' · '),
    query: context.query('separations', 'all'),
  };
}

/** Said only where the difference to the last month is beyond noise; the highest of many months is higher by chance alone. */
function peakNotice({ presences }: PeopleScope): string[] {
  const months = leavingByMonth(serviceTable(presences), { months: MONTHS, atLeast: ENOUGH_AT_RISK });
  const last = months.at(-1);
  if (last === undefined || months.length < 2) return [];
  const peak = months.reduce((most, month) => (month.rate > most.rate ? month : most));
  const beyondNoise = normalQuantile(1 - SIGNIFICANT / 2 / (months.length - 1));
  if (peak.rate - last.rate <= beyondNoise * Math.hypot(peak.se, last.se)) return [];
  const rate = (share: number) => `${formatNumber(share * 100, { decimals: 1 })}%`;
  return [
    `People leave most in month ${peak.month} of service: ${rate(peak.rate)} of those there, ${rate(last.rate)} in month ${last.month}.`,
  ];
}
