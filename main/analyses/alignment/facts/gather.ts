import { crosswalkOf } from '../../../harmonisation/crosswalk.ts';
import { serviceLineOf } from '../../../harmonisation/suggestions.ts';
import { ViewMemory } from '../../../metrics/view-memory.ts';
import { firstDayOfMonth, lastDayOfMonth } from '../../../model/civil-day.ts';
import type { PayClass } from '../../../model/pay-classes.ts';
import { coveredMonths, lastCoveredDay } from '../../../workforce/coverage.ts';
import { readWorkforce } from '../../../workforce/workforce.ts';
import { effectiveRows } from '../../../workspace/effective-rows.ts';
import type { EffectiveRow } from '../../../workspace/effective-rows.ts';
import type { WorkspaceView } from '../../../workspace/view.ts';
import { scopeOf } from '../scope.ts';
import type { Sides } from '../sides.ts';
import { CodeMap } from './code-map.ts';
import type { AlignmentFacts, Band, Head } from './facts.ts';
import { headsOn, placedSpells } from './heads.ts';
import { hoursOf, ownPaidHours } from './hours.ts';
import { outsideExcess } from './outside-excess.ts';
import { PayClassMap } from './pay-class-map.ts';
import { PlaceBook } from './place-book.ts';
import { rateCardsOf } from './rate-cards.ts';
import { bandsOn, credentialsOf, policiesOn } from './rules.ts';
import { shiftsOf } from './shifts.ts';
import { spendOf } from './spend.ts';

/** A trend asks for the same rows at the end of every month. */
const rows = new ViewMemory<EffectiveRow[]>(8);

/** Months that flows are summed over: a whole year, so that seasons cancel. */
const WINDOW_MONTHS = 12;

/** All that the dimensions compare, as of the end of a month (the latest with facts, if none is given). */
export function gatherFacts(
  view: WorkspaceView,
  sides: Sides,
  { month, crosswalkVersion }: { month?: number; crosswalkVersion?: number } = {},
): AlignmentFacts {
  const { workforce, observedOf, personsMeant } = readWorkforce(view);
  const last = month ?? coveredMonths(view)?.last ?? null;
  const window = windowOf(view, last);
  const asOf = last === null ? null : Math.min(lastDayOfMonth(last), lastCoveredDay(view) ?? Infinity);
  const crosswalk = crosswalkOf(view, crosswalkVersion === undefined ? {} : { version: crosswalkVersion });
  const jobs = new CodeMap(crosswalk, 'job');
  const units = new CodeMap(crosswalk, 'unit');
  const places = new PlaceBook(sides);
  for (let tuple = 0; tuple < view.dictionaries.tuples.size; tuple++) {
    const { entity, site } = view.dictionaries.tuples.at(tuple);
    if (entity !== undefined && site !== undefined) places.note(entity, site);
  }
  const { spells } = workforce;
  for (const { segments } of spells)
    for (const { codes } of segments) if (codes['entity'] && codes['site']) places.note(codes['entity'], codes['site']);
  const flows = window && {
    sides,
    window,
    places,
    jobs,
    suppliers: new CodeMap(crosswalk, 'supplier'),
    workerTypes: new CodeMap(crosswalk, 'worker_type'),
    payClasses: new PayClassMap(view.dictionaries, new CodeMap(crosswalk, 'pay_code')),
  };
  const parts = {
    heads: asOf === null ? [] : headsOn(asOf, { spells, places, jobs, loads: view.loads() }),
    spells: asOf === null ? [] : placedSpells(asOf, { spells, places }),
    hours: flows ? hoursOf(view, flows) : [],
    ownPaidHours: flows ? ownPaidHours(view, flows) : new Map<PayClass, number>(),
    outsideExcess: () => (window ? outsideExcess(view, sides.entity, window) : new Map<string, number>()),
    spend: flows ? spendOf(view, flows) : [],
    rates: flows ? rateCardsOf(rowsOf(view, 'rates'), flows) : [],
    shifts: shiftsOf(rowsOf(view, 'shifts'), {
      window,
      places,
      jobs,
      units,
      lineOf: units.isEmpty ? () => null : serviceLineOf(view, sides),
    }),
    policies: policiesOn(rowsOf(view, 'policies'), asOf),
    credentials: credentialsOf(rowsOf(view, 'credentials'), asOf, personsMeant),
    bands: bandsOn(rowsOf(view, 'bands'), asOf).map((band) => ({ ...band, job: jobOfModel(jobs, band) })),
  };
  return {
    entity: sides.entity,
    against: sides.against,
    closeDay: sides.closeDay,
    hidesFew: view.cleanRoom() !== null,
    places: places.places,
    asOf,
    window,
    currency: currencyOf(view, sides, parts.heads, places),
    crosswalkVersion: crosswalk.version,
    observedOf,
    ...parts,
  };
}

/** Currency of what a dimension costs: that of the entity's own money, then of its people's pay. */
function currencyOf(
  view: WorkspaceView,
  { entity }: Sides,
  heads: readonly Head[],
  { places }: PlaceBook,
): string | null {
  const paid = heads.filter(({ currency }) => currency !== null);
  const [first] = [...paid.filter(({ place }) => places[place].own), ...paid];
  return view.currency(scopeOf(view, entity)) ?? first?.currency ?? null;
}

/** The job of the target model that a band is for: an entity names its bands by its own codes. */
function jobOfModel(jobs: CodeMap, { entity, job }: Band): string {
  const targets = entity === null ? [] : jobs.targetsOf(entity, job);
  return targets.length === 1 ? targets[0].code : job;
}

function rowsOf(view: WorkspaceView, kind: string): EffectiveRow[] {
  return rows.recall(view, kind, () => effectiveRows(view.store, kind));
}

/** The year up to a month, or what the extracts have of it. */
function windowOf(view: WorkspaceView, last: number | null): AlignmentFacts['window'] {
  if (last === null) return null;
  const first = Math.max(last - WINDOW_MONTHS + 1, coveredMonths(view)?.first ?? last);
  const covered = view.coverage().at(-1)?.last ?? lastDayOfMonth(last);
  // Lines that cover several days are dated by their last one, so the first month counts from its first day.
  return { first, last, days: Math.max(1, Math.min(lastDayOfMonth(last), covered) - firstDayOfMonth(first) + 1) };
}
