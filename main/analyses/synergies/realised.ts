import type { Ledger, MeasuredSynergy, Synergy } from '../../contract/decisions.ts';
import { UsageError } from '../../contract/errors.ts';
import { computeFigures } from '../../metrics/figures.ts';
import { METRICS, metricOf } from '../../metrics/registry.ts';
import { lastDayOfMonth, parseIsoMonth } from '../../model/civil-day.ts';
import { claimChange } from '../../stats/claim.ts';
import { synergiesOf } from '../../workspace/synergy-ledger.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { countTheSame, overlapGroups } from './overlaps.ts';

const YEAR = 12;
/** Fewer months say nothing of a year. */
const FEWEST_MONTHS = 3;

/** Metrics that a synergy can be bound to: what adds up over months. */
export function bindableMetrics(): string[] {
  return [...METRICS.values()]
    .filter(({ unit, additivity }) => additivity === 'additive' && ['money', 'hours'].includes(unit))
    .map(({ id }) => id);
}

/** Refuses a metric or filter that no saving could be measured by. Throws UsageError. */
export function requireEvidence(view: WorkspaceView, { metric, where }: Pick<Synergy, 'metric' | 'where'>): void {
  metricOf(metric);
  const bindable = bindableMetrics();
  if (!bindable.includes(metric))
    throw new UsageError(
      `A synergy is bound to what adds up over months: ${bindable.join(', ')}; "${metric}" does not.`,
    );
  view.dimensions.require(Object.keys(where));
}

/** The ledger with what every metric shows; nothing in it is typed in but the plan. */
export function measureLedger(view: WorkspaceView): Ledger {
  const synergies = synergiesOf(view.store);
  const measured = synergies.map((synergy) => ({
    ...measure(view, synergy),
    overlaps: synergies.filter((other) => other !== synergy && countTheSame(synergy, other)).map(({ id }) => id),
  }));
  return { synergies: measured, total: totalOf(view, measured) };
}

function measure(view: WorkspaceView, synergy: Synergy): Omit<MeasuredSynergy, 'overlaps'> {
  const metric = metricOf(synergy.metric);
  const months = completeMonths(view);
  const start = parseIsoMonth(synergy.from)!;
  const [figures] = months
    ? computeFigures(view, [
        {
          metric: metric.id,
          where: synergy.where,
          variants: [metric.variants[0]],
          grain: 'month',
          from: months.first,
          to: months.last,
        },
      ])
    : [[]];
  const valueAt = (month: number) => figures[month - months!.first]?.value ?? null;
  const saved = figures.flatMap((_, i) => {
    const month = months!.first + i;
    const [before, now] = [valueAt(month - YEAR), valueAt(month)];
    return month < start || before === null || now === null ? [] : [{ month, saving: before - now }];
  });
  const sum = (some: typeof saved) =>
    some.length === 0 ? null : some.reduce((total, { saving }) => total + saving, 0);
  const latest = saved.slice(-YEAR);
  const year = Math.floor((months?.last ?? 0) / YEAR);
  const known = saved.length > 0;
  return {
    synergy,
    unit: metric.unit as MeasuredSynergy['unit'],
    currency: metric.unit === 'money' ? view.currency(synergy.where) : null,
    months: saved.length,
    realised: sum(saved),
    inYear: sum(saved.filter(({ month }) => Math.floor(month / YEAR) === year)),
    runRate: latest.length >= FEWEST_MONTHS ? (sum(latest)! * YEAR) / latest.length : null,
    signal: known && claimChange(figures.map(({ value }) => value)).claim === 'fall',
    absence: known
      ? null
      : figures.some(({ suppressed }) => suppressed)
        ? 'suppressed'
        : months !== null && start <= months.last
          ? 'no_year_before'
          : 'not_yet',
  };
}

/** Months that the extracts cover to their last day: a month cut short would look like a saving. */
function completeMonths(view: WorkspaceView): { first: number; last: number } | null {
  const months = view.months();
  const covered = view.coverage().at(-1)?.last;
  if (months === null || covered === undefined) return null;
  const last = covered >= lastDayOfMonth(months.last) ? months.last : months.last - 1;
  return last < months.first ? null : { first: months.first, last };
}

function totalOf(view: WorkspaceView, measured: readonly MeasuredSynergy[]): Ledger['total'] {
  const money = measured.filter(({ unit }) => unit === 'money');
  const groups = overlapGroups(money.map(({ synergy }) => synergy)).map((group) =>
    money.filter(({ synergy }) => group.includes(synergy)),
  );
  const largest = groups.map((group) =>
    group.reduce((most, one) => (one.synergy.planned > most.synergy.planned ? one : most)),
  );
  const currencies = new Set(money.flatMap(({ currency }) => currency ?? []));
  const add = (amounts: readonly (number | null)[]) => {
    const known = amounts.filter((amount) => amount !== null);
    return currencies.size > 1 || known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
  };
  return {
    planned: add(largest.map(({ synergy }) => synergy.planned)),
    // Every entry has its own, whatever its metric is measured in.
    oneOff: add(measured.map(({ synergy }) => synergy.oneOff)),
    realised: add(largest.map(({ realised }) => realised)),
    inYear: add(largest.map(({ inYear }) => inYear)),
    runRate: add(largest.map(({ runRate }) => runRate)),
    currency: currencies.size === 1 ? [...currencies][0] : view.currency(),
  };
}
