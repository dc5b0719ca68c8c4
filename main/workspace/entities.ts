import type { Store } from '../ports/store.ts';
import { effectiveRows } from './effective-rows.ts';

export type Entity = {
  code: string;
  name: string;
  parent: string | null;
  /** Day on which its acquisition closed; null for one that was always there, or is not yet acquired. */
  closeDay: number | null;
  careSetting: string | null;
  /** Month (1 to 12) in which its fiscal year begins. */
  fiscalYearStart: number | null;
};

/** What the entities extracts say, by code; whoever has a view asks that, which reads them once. */
export function entitiesOf(store: Store): ReadonlyMap<string, Entity> {
  const entities = effectiveRows(store, 'entities').map((row): Entity => {
    const code = row.text('entity_id')!;
    return {
      code,
      name: row.text('name') ?? code,
      parent: row.text('parent'),
      closeDay: row.number('close_date'),
      careSetting: row.text('care_setting'),
      fiscalYearStart: row.number('fiscal_year_start'),
    };
  });
  return new Map(entities.map((entity) => [entity.code, entity]));
}

/** The entity acquired last, by its close day, then by its code; null where no extract says that one was. */
export function latestAcquired(entities: ReadonlyMap<string, Entity>): Entity | null {
  const acquired = [...entities.values()].filter(({ closeDay }) => closeDay !== null);
  acquired.sort((a, b) => b.closeDay! - a.closeDay! || (a.code < b.code ? -1 : 1));
  return acquired[0] ?? null;
}

/** Care settings by entity, of those that have one. */
export function careSettings(entities: ReadonlyMap<string, Entity>): Map<string, string> {
  return new Map(
    [...entities.values()].flatMap(({ code, careSetting }) => (careSetting === null ? [] : [[code, careSetting]])),
  );
}
