import type { SortedCells } from '../facts/cells.ts';
import type { Dictionaries } from './dictionaries.ts';

/**
 * Pay codes of employer cost, and the entities whose payroll books it line by line; the loads extract stands in only
 * for the others.
 */
export type EmployerCost = { codes: ReadonlySet<number>; entities: ReadonlySet<string> };

export function employerCostOf(cells: SortedCells, dictionaries: Dictionaries): EmployerCost {
  const codes = new Set(
    dictionaries.payCodes.filter(({ id }) => dictionaries.payClass(id) === 'employer_cost').map(({ id }) => id),
  );
  const entities = new Set<string>();
  if (codes.size === 0) return { codes, entities };
  const column = dictionaries.tuples.column('entity');
  for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
    for (let i = cells.start[tuple]; i < cells.start[tuple + 1]; i++) {
      if (!codes.has(cells.payCode[i])) continue;
      entities.add(column.codes[column.ofTuple[tuple]]);
      break;
    }
  }
  return { codes, entities };
}
