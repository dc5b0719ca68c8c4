import { isSeparation } from '../analyses/retention/presences.ts';
import { priceTurnover } from '../analyses/retention/turnover-cost.ts';
import type { CostSources, TurnoverCost } from '../analyses/retention/turnover-cost.ts';
import { matchPlaces } from '../metrics/matched-places.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { assumptionsOf } from '../workspace/assumptions.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';

/** The cost of the period's leavers from the workspace's own figures and the user's assumptions. */
export function turnoverPrices(context: PageContext, scope: PeopleScope): TurnoverCost {
  const leavers = scope.presences.filter(({ departure }) => isSeparation(departure));
  const heads = scope.presences.filter(({ departure }) => departure === null).length;
  const last = leavers.map(({ segments }) => segments.at(-1)!);
  const sources: CostSources = {
    weeklyHours: mean(last.map(({ scheduledHours }) => scheduledHours)),
    basePay: mean(last.map(({ baseRate }) => baseRate)),
    agencyPremium: premiumAnHour(context),
    orientationBooked: orientationPerHire(context),
  };
  return priceTurnover({ leavers: leavers.length, heads }, sources, assumptionsOf(context.view.store));
}

/** Mean of what is known; null where nothing is. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** What an agency hour costs above a loaded own hour in the same job, site and month; null where it is not shown. */
function premiumAnHour(context: PageContext): number | null {
  if (context.figure('agency_premium', context.period, 'loaded').value === null) return null;
  const { from, to } = context.period;
  const cells = matchPlaces(context.view, { by: [], where: context.where })([], { first: from, last: to }, 'loaded');
  let hours = 0;
  let premium = 0;
  for (const { hours: worked, billed, rate } of cells) {
    if (rate === null) continue;
    hours += worked;
    premium += billed - worked * rate;
  }
  return hours > 0 ? (premium * UNITS_PER_HOUR) / hours : null;
}

/** Orientation and education pay of the period for each person hired in it. */
function orientationPerHire(context: PageContext): number | null {
  const [[cost], [hires]] = context.figures([
    { metric: 'labor_cost', ...context.period, where: { pay_class: ['orientation'], worker_class: ['internal'] } },
    { metric: 'hires', variants: ['all'], ...context.period },
  ]);
  return cost.value && hires.value ? cost.value / hires.value : null;
}
