import { MONTH_BASE } from '../facts/cells.ts';
import type { DimensionColumn } from '../facts/tuple-table.ts';
import { monthOfDay } from '../model/civil-day.ts';
import type { Store } from '../ports/store.ts';
import { lastDayKnown } from './clean-room.ts';
import type { Entity } from './entities.ts';

type Known = { entities: ReadonlyMap<string, Entity>; store: Store };

/**
 * First day on which each acquired entity belonged to the system. Before its close an entity is looked at as it is:
 * one that the extracts do not reach is none.
 */
export function closesOf({ entities, store }: Known): ReadonlyMap<string, number> {
  const known = lastDayKnown(store);
  return new Map(
    [...entities.values()].flatMap(({ code, closeDay }): [string, number][] =>
      closeDay !== null && (known === null || closeDay <= known) ? [[code, closeDay]] : [],
    ),
  );
}

/**
 * By tuple, the first month since January 1900 in which its labour counts in then-structure. Labour is summed by
 * months, so that the month of the close counts whole, whatever its day; people count from the day itself.
 */
export function firstMonthsOwned(known: Known, { codes, ofTuple }: DimensionColumn): Uint16Array {
  const closes = closesOf(known);
  const ofEntity = codes.map((code) => {
    const close = closes.get(code);
    return close === undefined ? 0 : monthOfDay(close) - MONTH_BASE;
  });
  return Uint16Array.from(ofTuple, (entity) => ofEntity[entity]);
}
