import { isSeparation } from '../analyses/retention/presences.ts';
import { priceTurnover } from '../analyses/retention/turnover-cost.ts';
import type { CostSources, TurnoverCost } from '../analyses/retention/turnover-cost.ts';
import { isInternal } from '../metrics/cell-tests.ts';
import { laborCells } from '../metrics/labor-cells.ts';
import { matchPlaces } from '../metrics/matched-places.ts';
import { sumOf } from '../metrics/metric.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { UNITS_PER_HOUR } from '../facts/scales.ts';
import { assumptionsOf } from '../workspace/assumptions.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';

/** The cost of the period's leavers from the workspace's own figures and the user's assumptions. */
export function turnoverPrices(
  context: PageContext,
  scope: PeopleScope,
): { cost: TurnoverCost; currency: string | null } {
  const leavers = scope.presences.filter(({ departure }) => isSeparation(departure));
  const heads = scope.presences.filter(({ departure }) => departure === null).length;
  const last = leavers.map(({ segments }) => segments.at(-1)!);
  const paid = new Set(last.flatMap(({ baseRate, currency }) => (baseRate === null ? [] : [currency])));
  const currency = context.view.currency(context.where) ?? (paid.size === 1 ? [...paid][0] : null);
  // Pay in several currencies, or in another than cost, has no mean.
  const isOneCurrency = [...paid].every((one) => one === null || one === currency);
  const sources: CostSources = {
    weeklyHours: mean(last.map(({ scheduledHours }) => scheduledHours)),
    basePay: isOneCurrency ? mean(last.map(({ baseRate }) => baseRate)) : null,
    agencyPremium: premiumAnHour(context),
    orientationBooked: orientationPerHire(context),
  };
  const cost = priceTurnover({ leavers: leavers.length, heads }, sources, assumptionsOf(context.view.store));
  return { cost, currency };
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

/**
 * Orientation and education pay of the period for each person hired in it; null where none is booked, where money is
 * hidden, or where so few were hired that their pay would show.
 */
function orientationPerHire(context: PageContext): number | null {
  const { from, to } = context.period;
  const hires = context.figure('hires', context.period, 'all').value;
  if (hires === null || hires < SMALLEST_GROUP || context.figure('labor_cost', context.period).value === null)
    return null;
  const [groups] = laborCells(context.view, [
    { by: [], where: context.where, ranges: [{ first: from, last: to }], matchOn: [] },
  ]);
  const cost = sumOf(groups[0]?.ranges[0] ?? [], 'cost', (cell) => isInternal(cell) && cell.payClass === 'orientation');
  return cost > 0 ? cost / hires : null;
}
