import { compareGroups } from '../analyses/retention/group-survival.ts';
import type { GroupContrast, GroupSurvival } from '../analyses/retention/group-survival.ts';
import { serviceTable } from '../analyses/retention/leaving-months.ts';
import type { Presence } from '../analyses/retention/presences.ts';
import { formatNumber, formatPeriod } from '../contract/format.ts';
import type { SurvivalChart } from '../contract/page.ts';
import { dimensionLabel } from '../model/dimensions.ts';
import type { PageContext } from './page.ts';
import { codesAmong, hiddenCodes, narrowed } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { GROUP_ROLES, isDrawable, survivalLine } from './survival-lines.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';

/** Groups are named at this level, over all of them. */
const SIGNIFICANT = 0.05;
/** Months of service on the axis; people leave mostly in the first of three years. */
const TICKS = [0, 3, 6, 12, 18, 24, 36];

export type ComparedGroup = { code: string; label: string; presences: Presence[] };

/** Groups whose curves a page draws side by side; one group without a dimension where there is nothing to compare. */
export type Comparison = {
  dimension: 'entity' | 'worker_type' | null;
  groups: ComparedGroup[];
  /** Groups of enough people that the chart has no room for. */
  notDrawn: number;
  survival: GroupSurvival;
};

/** Compares entities where curves of several can be drawn, else worker types; the largest, as many as can be told apart. */
export function comparedGroups(context: PageContext, scope: PeopleScope): Comparison {
  for (const dimension of ['entity', 'worker_type'] as const) {
    const hidden = hiddenCodes(context, dimension);
    const codes = codesAmong(scope.presences, dimension).filter(
      ({ code, people }) => people >= SMALLEST_GROUP && !hidden.has(code),
    );
    if (codes.length < 2) continue;
    const groups = codes
      .slice(0, GROUP_ROLES.length)
      .map(({ code }): ComparedGroup => ({
        code,
        label: context.labelOf(dimension, code),
        presences: scope.again({ where: narrowed(context.where, dimension, code) }),
      }))
      .filter(({ presences }) => isDrawable(serviceTable(presences)));
    if (groups.length < 2) continue;
    return { dimension, groups, notDrawn: codes.length - groups.length, survival: compareGroups(groups) };
  }
  const groups = [{ code: 'all', label: 'All employees', presences: scope.presences }];
  return { dimension: null, groups, notDrawn: 0, survival: compareGroups(groups) };
}

export function retentionCurves(context: PageContext, comparison: Comparison): SurvivalChart {
  const { dimension, groups, survival, notDrawn } = comparison;
  const curves = groups
    .map(({ code, label }, index) =>
      survivalLine(survival.tables[index], {
        id: code,
        label,
        role: GROUP_ROLES[index],
        narrow: dimension === null ? null : { dimension, code, label },
        query: context.query('turnover', 'all', context.period, dimension === null ? {} : { [dimension]: [code] }),
        ticks: TICKS,
      }),
    )
    .filter((curve) => curve !== null);
  const by = dimension === null ? '' : `, by ${dimensionLabel(dimension).toLowerCase()}`;
  const test = survival.p === null ? '' : ` · log-rank p ${pText(survival.p)}`;
  const drawnOf = notDrawn > 0 ? ` · the ${groups.length} largest of ${groups.length + notDrawn}` : '';
  return {
    kind: 'survival',
    title: `Share still in post${by}`,
    subtitle: `By months of service, at the rates of ${formatPeriod(context.filters.from, context.filters.to)}; band: 95% interval${test}${drawnOf}`,
    description: describe(curves),
    timeUnit: 'months',
    ticks: TICKS,
    curves,
  };
}

function describe(curves: SurvivalChart['curves']): string {
  if (curves.length === 0) return 'Too few people are at risk to draw a curve.';
  const ends = curves.map(({ label, points }) => {
    const last = points.at(-1);
    return last
      ? `${label} ${formatNumber(last.survival * 100)}% at ${formatNumber(last.time)} months`
      : `${label} without leavers`;
  });
  return `Share still in post by months of service: ${ends.join(', ')}.`;
}

/** A p-value as people read it: small ones are below a bound, never zero. */
export function pText(p: number): string {
  return p < 0.001 ? '<0.001' : formatNumber(p, { decimals: p < 0.1 ? 3 : 2 });
}

/** The group that loses most beyond what the length of its people's service explains; null where none does. */
export function losingMost({ groups, survival }: Comparison): (GroupContrast & { label: string }) | null {
  const losing = survival.contrasts
    .map((contrast, index) => ({ ...contrast, label: groups[index].label }))
    .filter(({ leavers, expected, adjusted }) => leavers > expected && adjusted <= SIGNIFICANT)
    .sort((a, b) => b.leavers - b.expected - (a.leavers - a.expected));
  return losing[0] ?? null;
}

/** How the group named stays in its first year of service, and whether its curve crosses that of the others. */
export function contrastNotice({ label, difference, crosses }: GroupContrast & { label: string }): string[] {
  if (difference === null) return [];
  const days = (value: number) => formatNumber(value, { signed: true });
  return [
    `${label} against the others in the first ${formatNumber(difference.upTo)} days of service: ${days(difference.difference)} days in post (95% interval ${days(difference.lower)} to ${days(difference.upper)})${crosses ? '; the curves cross, so that it depends on how far one looks' : ''}.`,
  ];
}
