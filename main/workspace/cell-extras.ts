import type { CellExtras } from '../cube/summable-cells.ts';
import { MONTH_BASE } from '../facts/cells.ts';
import { LOAD_UNITS_PER_MINOR } from '../facts/scales.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { EmployerCost } from './employer-cost.ts';
import type { Load, LoadTable } from './loads.ts';
import { overtimeSums } from './overtime.ts';
import type { Rollup } from './rollup.ts';

/** What stands beside each cell: the load on its pay in load units, and the premium of its overtime. */
export function cellExtras(rollup: Rollup, dictionaries: Dictionaries, sources: LoadSources): CellExtras {
  const loads = once(() => loadSums(rollup, dictionaries, sources));
  const overtime = once(() => overtimeSums(rollup.workerPay, rollup.cells));
  return {
    load: () => loads().load,
    variableLoad: () => loads().variableLoad,
    overtimePremium: () => overtime().premium,
    unratedHours: () => overtime().unratedHours,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

type LoadSources = { loads: LoadTable; employerCost: EmployerCost };

function loadSums(
  { cells }: Rollup,
  { tuples }: Dictionaries,
  { loads, employerCost }: LoadSources,
): { load: Float64Array; variableLoad: Float64Array } {
  const count = cells.month.length;
  const load = new Float64Array(count);
  const variableLoad = new Float64Array(count);
  if (loads.isEmpty) return { load, variableLoad };
  const { codes, ofTuple } = tuples.column('worker_class');
  const internal = codes.indexOf('internal');
  const entities = tuples.column('entity');
  for (let tuple = 0; tuple + 1 < cells.start.length; tuple++) {
    if (ofTuple[tuple] !== internal) continue;
    const addsLoad = !employerCost.entities.has(entities.codes[entities.ofTuple[tuple]]);
    let month = -1;
    let factors: Load | null = null;
    for (let i = cells.start[tuple]; i < cells.start[tuple + 1]; i++) {
      if (employerCost.codes.has(cells.payCode[i])) continue;
      if (cells.month[i] !== month) {
        month = cells.month[i];
        factors = loads.of(tuples, tuple, month + MONTH_BASE);
      }
      if (!factors) continue;
      const cost = cells.cost.values[i] * cells.cost.scale * LOAD_UNITS_PER_MINOR;
      variableLoad[i] = Math.round(cost * factors.variable);
      if (addsLoad) load[i] = Math.round(cost * (factors.fixed + factors.variable));
    }
  }
  return { load, variableLoad };
}
