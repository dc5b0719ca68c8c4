import { MONTH_BASE } from '../../../facts/cells.ts';
import { UNITS_PER_HOUR } from '../../../facts/scales.ts';
import { UNKNOWN_CODE } from '../../../model/dimensions.ts';
import { PRODUCTIVE } from '../../../model/pay-classes.ts';
import type { PayClass } from '../../../model/pay-classes.ts';
import type { WorkspaceView } from '../../../workspace/view.ts';
import type { AlignmentFacts, Deployment, HourCell } from './facts.ts';
import type { CodeMap } from './code-map.ts';
import type { PayClassMap } from './pay-class-map.ts';
import type { PlaceBook } from './place-book.ts';

/** Productive hours of both sides over a range of months; digital workers do none. */
export function hoursOf(
  view: WorkspaceView,
  { window, places, payClasses, workerTypes }: HourScope & { workerTypes: CodeMap },
): HourCell[] {
  const { tuples } = view.dictionaries;
  const careSettings = view.dimensions.column('care_setting');
  const homes = homeSites(view);
  const cells: HourCell[] = [];
  for (let tuple = 0; tuple < tuples.size; tuple++) {
    const codes = tuples.at(tuple);
    if (codes['worker_class'] === 'digital') continue;
    const entity = places.entityOf(codes['entity'] ?? null, codes['site'] ?? null);
    const hours = productiveHours(view, tuple, { window, classOf: (id) => payClasses.classOf(entity, id) });
    if (hours <= 0) continue;
    const place = places.at(codes['entity'] ?? null, codes['site'] ?? null);
    if (place === null) continue;
    const code = (dimension: string) => codes[dimension] ?? UNKNOWN_CODE;
    const shared = {
      place,
      job: code('job'),
      unit: code('unit'),
      careSetting: careSettings.codes[careSettings.ofTuple[tuple]],
      deployment: deploymentOf(codes, homes),
    };
    const targets = workerTypes.mappingOf(entity, code('worker_type'))?.targets ?? [];
    // A type that was decided to have no counterpart stays what it is: it is what sets the two apart.
    if (targets.length === 0)
      cells.push({ ...shared, workerType: code('worker_type'), workerClass: code('worker_class'), hours });
    for (const { code: workerType, share } of targets)
      cells.push({
        ...shared,
        workerType,
        workerClass: view.dictionaries.workerClass(workerType),
        hours: hours * share,
      });
  }
  return cells;
}

type HourScope = { window: NonNullable<AlignmentFacts['window']>; places: PlaceBook; payClasses: PayClassMap };

/** Hours paid to people on own payroll on the own side, by pay class; standby and differential hours as they are stated. */
export function ownPaidHours(view: WorkspaceView, { window, places, payClasses }: HourScope): Map<PayClass, number> {
  const { tuples } = view.dictionaries;
  const { start, month, payCode, hours } = view.rollup.cells;
  const sums = new Map<PayClass, number>();
  for (let tuple = 0; tuple < tuples.size; tuple++) {
    const { worker_class: workerClass, entity, site } = tuples.at(tuple);
    const place = workerClass === 'internal' ? places.at(entity ?? null, site ?? null) : null;
    if (place === null || !places.places[place].own) continue;
    const owner = places.places[place].entity;
    for (let i = start[tuple]; i < start[tuple + 1]; i++) {
      const at = month[i] + MONTH_BASE;
      if (at < window.first || at > window.last) continue;
      const payClass = payClasses.classOf(owner, payCode[i]);
      sums.set(payClass, (sums.get(payClass) ?? 0) + (hours.values[i] * hours.scale) / UNITS_PER_HOUR);
    }
  }
  return sums;
}

function productiveHours(
  view: WorkspaceView,
  tuple: number,
  { window: { first, last }, classOf }: { window: HourScope['window']; classOf: (payCode: number) => PayClass },
): number {
  const { start, month, payCode, hours } = view.rollup.cells;
  let sum = 0;
  for (let i = start[tuple]; i < start[tuple + 1]; i++) {
    const at = month[i] + MONTH_BASE;
    if (at >= first && at <= last && PRODUCTIVE.has(classOf(payCode[i]))) sum += hours.values[i] * hours.scale;
  }
  return sum / UNITS_PER_HOUR;
}

type Homes = ReadonlyMap<string, string>;

/** Site of every home unit: where most hours of its own people in it are worked. */
function homeSites(view: WorkspaceView): Homes {
  const { tuples } = view.dictionaries;
  const { start, hours } = view.rollup.cells;
  const sums = new Map<string, Map<string, number>>();
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    const codes = tuples.at(tuple);
    const { unit, site } = codes;
    if (unit === undefined || site === undefined) continue;
    const key = homeKey(codes['entity'], unit);
    let sites = sums.get(key);
    if (!sites) sums.set(key, (sites = new Map()));
    let sum = sites.get(site) ?? 0;
    for (let i = start[tuple]; i < start[tuple + 1]; i++) sum += hours.values[i] * hours.scale;
    sites.set(site, sum);
  }
  return new Map([...sums].map(([key, sites]) => [key, [...sites].sort((a, b) => b[1] - a[1])[0][0]]));
}

function deploymentOf(codes: Readonly<Record<string, string>>, homes: Homes): Deployment | null {
  const home = codes['home_unit'];
  if (home === undefined) return null;
  if (home === codes['unit']) return 'home_unit';
  const site = homes.get(homeKey(codes['entity'], home));
  return site !== undefined && codes['site'] !== undefined && site !== codes['site'] ? 'other_site' : 'float';
}

function homeKey(entity: string | undefined, unit: string): string {
  return JSON.stringify([entity ?? UNKNOWN_CODE, unit]);
}
