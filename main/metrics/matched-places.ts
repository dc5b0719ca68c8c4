import type { Filter } from '../contract/figure.ts';
import { AGGREGATE_PAY_CODE, MONTH_BASE } from '../facts/cells.ts';
import { LOAD_UNITS_PER_MINOR } from '../facts/scales.ts';
import { PRODUCTIVE } from '../model/pay-classes.ts';
import { EMPLOYEE_TYPES } from '../model/worker-types.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { PLACE_SUMS, PLACE_WIDTH, PlaceMonths } from './place-months.ts';
import type { Basis, MatchedCell } from './place-months.ts';
import { tupleGroups } from './tuple-groups.ts';
import { ViewMemory } from './view-memory.ts';

/** Matches of one group, named by its codes in the order of `by`. */
export type MatchPlaces = (
  codes: readonly string[],
  period: { first: number; last: number },
  basis: Basis,
) => MatchedCell[];

/** A page asks for its own filter and for that of its recommendation. */
const remembered = new ViewMemory<MatchPlaces>(4);
const summed = new ViewMemory<Places>(4);
const sides = new ViewMemory<Uint8Array>(1);

/** Places with external hours: their codes (by the dimensions of a split, job and site) and their sums by month. */
type Places = { codes: readonly string[][]; sums: PlaceMonths };

/** External hours matched by job, site and month, straight from the cube: places are too many to make cells of. */
export function matchPlaces(view: WorkspaceView, request: { by: readonly string[]; where: Filter }): MatchPlaces {
  return remembered.recall(view, request, () => matcherOf(view, request));
}

function matcherOf(view: WorkspaceView, { by, where }: { by: readonly string[]; where: Filter }): MatchPlaces {
  const dimensions = [...by, 'job', 'site'];
  // A filter that only chooses among places leaves their sums as they are.
  const choosesPlaces = Object.keys(where).every((id) => dimensions.includes(id));
  const within = choosesPlaces ? {} : where;
  const { codes: placeCodes, sums } = summed.recall(view, [by, within], () => placesOf(view, dimensions, within));
  const passes = (codes: readonly string[]) =>
    !choosesPlaces || dimensions.every((id, at) => where[id]?.includes(codes[at]) ?? true);
  const ofGroup = new Map<string, number[]>();
  placeCodes.forEach((codes, place) => {
    if (!passes(codes)) return;
    const name = codes.slice(0, by.length).join('\u0000');
    const inGroup = ofGroup.get(name);
    if (inGroup) inGroup.push(place);
    else ofGroup.set(name, [place]);
  });
  const known = new Map<string, MatchedCell[]>();
  return (codes, { first, last }, basis) => {
    const name = codes.join('\u0000');
    const key = `${first} ${last} ${basis} ${name}`;
    let cells = known.get(key);
    if (!cells) known.set(key, (cells = sums.match(ofGroup.get(name) ?? [], { first, last }, basis)));
    return cells;
  };
}

function placesOf(view: WorkspaceView, dimensions: readonly string[], where: Filter): Places {
  const { groupOf, keys } = tupleGroups(view, dimensions, where);
  const sideOf = sides.recall(view, [], () => sidesOf(view));
  const { placeOf, members } = placesWith(groupOf, keys.length, (tuple) => isExternal(sideOf[tuple]));
  return { codes: members.map((group) => keys[group]), sums: sumPlaces(view, placeOf, members.length) };
}

const LEFT_OUT = 0;
const EXTERNAL = 1;
const VENDOR = 2;
const EMPLOYEE = 3;

function isExternal(side: number): boolean {
  return side === EXTERNAL || side === VENDOR;
}

function sumPlaces(view: WorkspaceView, placeOf: Int32Array, count: number): PlaceMonths {
  const months = view.months() ?? { first: 0, last: -1 };
  const places = new PlaceMonths(count, months.first, months.last - months.first + 1);
  const { start, month, payCode, columns } = view.cellReader().cells;
  const [hours, cost, unknownHours, load, variableLoad] = (
    ['hours', 'cost', 'unknownHours', 'load', 'variableLoad'] as const
  ).map((sum) => columns.get(sum));
  const sideOf = sides.recall(view, [], () => sidesOf(view));
  const { isProductive, isRegular, isOvertime } = payTests(view);
  const { sums } = places;
  const firstMonth = months.first - MONTH_BASE;
  for (let tuple = 0; tuple + 1 < start.length; tuple++) {
    const side = sideOf[tuple];
    if (placeOf[tuple] < 0 || side === LEFT_OUT) continue;
    const base = placeOf[tuple] * places.months;
    for (let i = start[tuple]; i < start[tuple + 1]; i++) {
      const pay = payCode[i];
      if (pay === AGGREGATE_PAY_CODE) continue;
      const at = (base + month[i] - firstMonth) * PLACE_WIDTH;
      const priced = hours[i] - unknownHours[i];
      if (side !== EMPLOYEE) {
        if (isProductive[pay]) sums[at + PLACE_SUMS.externalHours] += priced;
        // Money of vendors without hours is statement-of-work money.
        if (side !== VENDOR || hours[i] !== 0) sums[at + PLACE_SUMS.billed] += cost[i];
        continue;
      }
      sums[at + PLACE_SUMS.loadedCost] += cost[i] + load[i] / LOAD_UNITS_PER_MINOR;
      if (isProductive[pay]) sums[at + PLACE_SUMS.loadedHours] += priced;
      if (isRegular[pay]) {
        sums[at + PLACE_SUMS.regularCost] += cost[i];
        sums[at + PLACE_SUMS.regularHours] += priced;
        sums[at + PLACE_SUMS.regularLoad] += variableLoad[i] / LOAD_UNITS_PER_MINOR;
      } else if (isOvertime[pay]) {
        sums[at + PLACE_SUMS.overtimeCost] += cost[i];
        sums[at + PLACE_SUMS.overtimeHours] += priced;
        sums[at + PLACE_SUMS.overtimeLoad] += variableLoad[i] / LOAD_UNITS_PER_MINOR;
      }
    }
  }
  return places;
}

/** On which side of the match every tuple stands. */
function sidesOf(view: WorkspaceView): Uint8Array {
  const types = view.dimensions.column('worker_type');
  const classes = view.dimensions.column('worker_class');
  const sideOfType = types.codes.map((code) =>
    code === 'vendor' ? VENDOR : EMPLOYEE_TYPES.has(code) ? EMPLOYEE : LEFT_OUT,
  );
  return Uint8Array.from(types.ofTuple, (type, tuple) => {
    if (classes.codes[classes.ofTuple[tuple]] !== 'external')
      return sideOfType[type] === EMPLOYEE ? EMPLOYEE : LEFT_OUT;
    return sideOfType[type] === VENDOR ? VENDOR : EXTERNAL;
  });
}

/** Of groups of tuples those with a wanted one, numbered anew: where no external worked there is nothing to match. */
function placesWith(
  groupOf: Int32Array,
  groups: number,
  isWanted: (tuple: number) => boolean,
): { placeOf: Int32Array; members: number[] } {
  const isIn = new Uint8Array(groups);
  for (let tuple = 0; tuple < groupOf.length; tuple++)
    if (groupOf[tuple] >= 0 && isWanted(tuple)) isIn[groupOf[tuple]] = 1;
  // In the order of the groups, which is the order in which matches are added up.
  const members: number[] = [];
  const placeOfGroup = Int32Array.from(isIn, (isMember, group) => (isMember ? members.push(group) - 1 : -1));
  return { placeOf: groupOf.map((group) => (group < 0 ? -1 : placeOfGroup[group])), members };
}

function payTests({ dictionaries }: WorkspaceView) {
  const classes = Array.from({ length: dictionaries.payCodes.length + 1 }, (_, id) => dictionaries.payClass(id));
  return {
    isProductive: Uint8Array.from(classes, (one) => (PRODUCTIVE.has(one) ? 1 : 0)),
    isRegular: Uint8Array.from(classes, (one) => (one === 'regular' ? 1 : 0)),
    isOvertime: Uint8Array.from(classes, (one) => (one === 'overtime' ? 1 : 0)),
  };
}
