import { exposuresOf } from '../analyses/retention/exposures.ts';
import { FALSE_DISCOVERY, FEWEST_TESTED, findHotSpots } from '../analyses/retention/hot-spots.ts';
import type { HotSpots, HotSpotUnit } from '../analyses/retention/hot-spots.ts';
import { formatValue } from '../contract/format.ts';
import type { Recommendation, Table, TableCell, TableRow } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import { hiddenCodes } from './people-scope.ts';
import type { PeopleScope } from './people-scope.ts';
import { numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

const SHOWN_UNITS = 5;

export function hotSpotsOf(context: PageContext, { presences }: PeopleScope): HotSpots {
  return findHotSpots(exposuresOf(presences), hiddenCodes(context, 'unit'));
}

/** Units tested, with their leavers beside those that comparable peers would have had. */
export function hotSpotTable(context: PageContext, spots: HotSpots): Table {
  const { tested } = spots;
  const hot = tested.filter(({ isHot }) => isHot).length;
  const shown = tested.slice(0, tested.length === SHOWN_UNITS + 1 ? SHOWN_UNITS - 1 : SHOWN_UNITS);
  const rest = tested.slice(shown.length);
  return {
    title: 'Where people leave earlier than comparable peers',
    subtitle: `${hot === 0 ? 'None' : hot} of ${count(tested.length, 'unit tested', 'units tested')} at a false-discovery rate of ${formatValue(FALSE_DISCOVERY, 'share', { decimals: 0 })}${leftOut(spots)}`,
    columns: [
      textColumn('unit', 'Unit'),
      numberColumn('leavers', 'Leavers', 'count'),
      numberColumn('expected', 'Of peers', 'count'),
      numberColumn('above', 'Above', 'count', { bar: true, signed: true }),
      textColumn('verdict', 'Verdict'),
    ],
    rows: [...shown.map((unit) => rowOf(context, unit)), ...(rest.length > 0 ? [remainderOf(rest)] : [])],
  };
}

/** Why no unit is held against its peers, where none is. */
export function untestedNotice({ tested, tooSmall, withoutPeers, hidden }: HotSpots): string[] {
  if (tested.length > 0) return [];
  return tooSmall + withoutPeers + hidden === 0
    ? ['Where people leave early cannot be told: the rosters name no units.']
    : [
        `Where people leave early cannot be told: of the units ${tooSmall} have fewer than ${FEWEST_TESTED} people, ${withoutPeers} no comparable peers${hidden > 0 ? `, ${hidden} would give small ones away` : ''}.`,
      ];
}

function leftOut({ tooSmall, withoutPeers, hidden }: HotSpots): string {
  const parts = [
    ...(tooSmall > 0 ? [`${tooSmall} too small`] : []),
    ...(withoutPeers > 0 ? [`${withoutPeers} without peers`] : []),
    ...(hidden > 0 ? [`${hidden} hidden beside small ones`] : []),
  ];
  return parts.length > 0 ? `; ${parts.join(', ')}` : '';
}

function rowOf(context: PageContext, unit: HotSpotUnit): TableRow {
  const label = context.labelOf('unit', unit.unit);
  const query = context.query('separations', 'all', context.period, { unit: [unit.unit] });
  return {
    id: unit.unit,
    narrow: { dimension: 'unit', code: unit.unit, label },
    remainder: false,
    cells: [
      { text: label },
      valueCell(unit.leavers, query),
      valueCell(unit.expected, query),
      valueCell(unit.leavers - unit.expected, query),
      { text: unit.isHot ? 'hot' : 'noise' },
    ],
  };
}

/** The units that are not listed, together. */
function remainderOf(rest: readonly HotSpotUnit[]): TableRow {
  const sum = (pick: (unit: HotSpotUnit) => number): TableCell =>
    valueCell(rest.reduce((total, unit) => total + pick(unit), 0));
  return remainderRow([
    { text: count(rest.length, 'other unit', 'other units') },
    sum(({ leavers }) => leavers),
    sum(({ expected }) => expected),
    sum(({ leavers, expected }) => leavers - expected),
    { text: rest.some(({ isHot }) => isHot) ? 'some hot' : 'noise' },
  ]);
}

/** Where to begin, said only of units that the test names. */
export function hotSpotAdvice(context: PageContext, { tested }: HotSpots): Recommendation | null {
  const hot = tested.filter(({ isHot }) => isHot).slice(0, 3);
  if (hot.length === 0) return null;
  const labels = hot.map(({ unit }) => context.labelOf('unit', unit));
  const names = labels.length === 1 ? labels[0] : `${labels.slice(0, -1).join('; ')} and ${labels.at(-1)}`;
  const leavers = hot.reduce((sum, unit) => sum + unit.leavers, 0);
  const expected = hot.reduce((sum, unit) => sum + unit.expected, 0);
  return {
    text: `Find out why people leave ${names}: ${count(leavers, 'person', 'people')} left, where comparable peers would have lost ${formatValue(expected, 'count')}.`,
    basis:
      'hot_spots: leavers against the rate of the same job family, band of service and entity in other units; exact test, false-discovery rate controlled over all units tested.',
    query: context.query('separations', 'all', context.period, { unit: hot.map(({ unit }) => unit) }),
  };
}

function count(n: number, one: string, many: string): string {
  return `${formatValue(n, 'count')} ${n === 1 ? one : many}`;
}
