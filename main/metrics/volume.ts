import type { Filter } from '../contract/figure.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { LaborCell, MetricContext } from './metric.ts';
import { sumMonths } from './source-records.ts';

/** Dimensions that describe where care is given; census and volumes are filtered by these and no others. */
const NOT_OF_PLACE = new Set([
  'job',
  'worker_type',
  'worker_class',
  'supplier',
  'pay_class',
  'pay_code',
  'home_unit',
  'currency',
  'job_family',
  'direct_care',
]);

/** Which measure divides where an extract has several. */
const PREFERRED_MEASURE = 'patient_days';

type Volume = MetricContext['volume'];

/**
 * Volume by group and period: census of aggregate staffing records where there is any, else the volumes extract.
 * Only dimensions of the place split or filter it, so that it is the same whichever job is asked about.
 */
export function volumesFor(
  view: WorkspaceView,
  request: { by: readonly string[]; where: Filter },
): (codes: readonly string[], months: { first: number; last: number }) => Volume {
  const by = request.by.filter((id) => !NOT_OF_PLACE.has(id));
  const where = Object.fromEntries(Object.entries(request.where).filter(([id]) => !NOT_OF_PLACE.has(id)));
  const groups = view.dimensions.group(by, view.dimensions.mask(where));
  const groupNamed = new Map(groups.keys.map((key, group) => [key.join('\u0000'), group]));
  const census = censusByGroup(view, groups.groupOf);
  const places = view.volumes().length > 0 ? placesByGroup(view, groups.groupOf, groups.keys.length) : [];
  return (codes, months) => {
    const group = groupNamed.get(codes.filter((_, i) => by.includes(request.by[i])).join('\u0000'));
    if (group === undefined) return null;
    const days = sumMonths(census.get(group), months);
    if (days > 0) return { measure: 'resident_day', value: days / 1e6, hoursOf: (cell) => cell.censusHours };
    return volumeOf(view, places[group] ?? new Set(), months);
  };
}

function censusByGroup(view: WorkspaceView, groupOf: Int32Array): Map<number, Map<number, number>> {
  const { records } = view.rollup;
  const sets = view.recordSets();
  const result = new Map<number, Map<number, number>>();
  for (let i = 0; i < records.set.length; i++) {
    const group = groupOf[sets[records.set[i]].place] ?? -1;
    if (group < 0 || records.census[i] === 0) continue;
    let months = result.get(group);
    if (!months) result.set(group, (months = new Map()));
    months.set(records.month[i], (months.get(records.month[i]) ?? 0) + records.census[i]);
  }
  return result;
}

/** Sites, and units at sites, of every group. */
function placesByGroup(view: WorkspaceView, groupOf: Int32Array, groups: number): Set<string>[] {
  const places: Set<string>[] = Array.from({ length: groups }, () => new Set());
  const sites = view.dimensions.column('site');
  const units = view.dimensions.column('unit');
  const { start } = view.rollup.cells;
  for (let tuple = 0; tuple < groupOf.length; tuple++) {
    const group = groupOf[tuple];
    if (group < 0 || start[tuple] === start[tuple + 1]) continue;
    const site = sites.codes[sites.ofTuple[tuple]];
    places[group].add(placeKey(site, null)).add(placeKey(site, units.codes[units.ofTuple[tuple]]));
  }
  return places;
}

function volumeOf(view: WorkspaceView, places: ReadonlySet<string>, months: { first: number; last: number }): Volume {
  const rows = view
    .volumes()
    .filter((row) => row.month >= months.first && row.month <= months.last && places.has(placeKey(row.site, row.unit)));
  const measures = new Set(rows.map((row) => row.measure));
  const measure = measures.has(PREFERRED_MEASURE) ? PREFERRED_MEASURE : measures.size === 1 ? [...measures][0] : null;
  if (measure === null) return null;
  const measured = new Set<string>();
  let value = 0;
  for (const row of rows) {
    if (row.measure !== measure) continue;
    value += row.value;
    measured.add(`${placeKey(row.site, row.unit)} ${row.month}`);
  }
  const isMeasured = (cell: LaborCell) =>
    measured.has(`${placeKey(cell.site, null)} ${cell.month}`) ||
    measured.has(`${placeKey(cell.site, cell.unit)} ${cell.month}`);
  return { measure: measure.replace(/s$/, ''), value, hoursOf: (cell) => (isMeasured(cell) ? cell.hours : 0) };
}

function placeKey(site: string, unit: string | null): string {
  return JSON.stringify([site, unit]);
}
