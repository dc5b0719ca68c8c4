import { formatDay, formatMonth } from '../contract/format.ts';
import type { FilterOptions } from '../contract/page.ts';
import type { Structure } from '../contract/structure.ts';
import { firstDayOfMonth, formatIsoDay, formatIsoMonth, monthOfDay } from '../model/civil-day.ts';
import { coveredMonths } from '../workforce/coverage.ts';
import { closesOf } from '../workspace/closes.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { listed } from './listed.ts';
import { nameOf } from './sides-compared.ts';

/** A structure as it stands in the scope of a page. */
export function structureName(structure: Structure): string {
  return structure === 'then' ? 'then-structure' : 'today’s structure';
}

const NAMED = 2;

/** Which structure the figures are in, where the extracts cover a close and it makes a difference; else null. */
export function structureText(view: WorkspaceView): string | null {
  const acquired = acquiredWithin(view);
  if (acquired.length === 0) return null;
  const structure = view.chosen?.structure;
  if (structure === undefined) return mixedText(acquired);
  return structure === 'then'
    ? `Then-structure: ${thenText(acquired)}`
    : `Today’s structure: ${namesOf(acquired)} throughout`;
}

/** The structures that a reader may choose from; none where they make no difference or may not be told apart. */
export function structureOptions(view: WorkspaceView): FilterOptions['structures'] {
  const acquired = acquiredWithin(view);
  if (acquired.length === 0 || view.cleanRoom() !== null) return [];
  const asHires = `${namesOf(acquired)} throughout, people before the close as hires`;
  return [
    { id: null, chip: 'mixed', label: 'Mixed', hint: mixedText(acquired) },
    { id: 'then', chip: 'then', label: 'Then-structure', hint: thenText(acquired) },
    { id: 'today', chip: 'today', label: 'Today’s structure', hint: asHires },
  ];
}

type Acquired = { name: string; month: string; day: string; isMonthsFirst: boolean };

function mixedText(acquired: readonly Acquired[]): string {
  const [first, ...others] = acquired;
  const since =
    others.length === 0
      ? `its people since ${first.day}`
      : `people of ${listed(acquired.map(({ name, day }) => `${name} since ${day}`))}`;
  return `Hours and cost with ${namesOf(acquired)} throughout, ${since}`;
}

/** Hours and cost count from the month of the close on, people from its day. */
function thenText(acquired: readonly Acquired[]): string {
  return listed(
    acquired.map(({ name, month, day, isMonthsFirst }) =>
      isMonthsFirst ? `${name} since ${day}` : `${name} since ${month} (people since ${day})`,
    ),
  );
}

function namesOf(acquired: readonly Acquired[]): string {
  return listed(acquired.map(({ name }) => name));
}

/** Entities that were acquired after the first month that the extracts cover, in order of their closes. */
function acquiredWithin(view: WorkspaceView): Acquired[] {
  const whole = view.chosen?.from ?? view;
  const covered = coveredMonths(whole);
  if (covered === null) return [];
  const within = [...closesOf(whole)]
    .filter(([, close]) => monthOfDay(close) > covered.first && monthOfDay(close) <= covered.last)
    .sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1));
  const named = within.slice(0, within.length > NAMED ? NAMED - 1 : NAMED).map(([code, close]) => ({
    name: nameOf(whole, code),
    month: formatMonth(formatIsoMonth(monthOfDay(close))),
    day: formatDay(formatIsoDay(close)),
    isMonthsFirst: close === firstDayOfMonth(monthOfDay(close)),
  }));
  if (named.length === within.length) return named;
  const rest = `${within.length - named.length} other entities`;
  return [...named, { name: rest, month: 'their closes', day: 'their closes', isMonthsFirst: true }];
}
