import { MONTH_BASE } from '../../../facts/cells.ts';
import { UNITS_PER_HOUR } from '../../../facts/scales.ts';
import type { WorkspaceView } from '../../../workspace/view.ts';
import type { CodeMap } from './code-map.ts';
import type { AlignmentFacts, SpendCell } from './facts.ts';
import type { PayClassMap } from './pay-class-map.ts';
import type { PlaceBook } from './place-book.ts';
import { supplierName } from './supplier-name.ts';

/** What suppliers were paid at either side, month by month, counted once from invoices and accruals. */
export function spendOf(
  view: WorkspaceView,
  {
    window,
    places,
    jobs,
    suppliers,
    payClasses,
  }: {
    window: NonNullable<AlignmentFacts['window']>;
    places: PlaceBook;
    jobs: CodeMap;
    suppliers: CodeMap;
    payClasses: PayClassMap;
  },
): SpendCell[] {
  const { tuples } = view.dictionaries;
  const { start, month, payCode, hours, cost, unknownHours } = view.rollup.cells;
  const cells: SpendCell[] = [];
  for (let tuple = 0; tuple < tuples.size; tuple++) {
    const { supplier, job, worker_class: workerClass, entity, site, currency } = tuples.at(tuple);
    if (workerClass !== 'external' || supplier === undefined) continue;
    const place = places.at(entity ?? null, site ?? null);
    if (place === null) continue;
    const owner = places.places[place].entity;
    const mapping = suppliers.mappingOf(owner, supplier);
    const shared = {
      place,
      // A target is a name of the model, which its own invoices bear as well.
      supplier: supplierName(mapping?.targets.length === 1 ? mapping.targets[0].code : supplier),
      billedAs: supplier,
      currency: currency ?? null,
      targets: job === undefined ? null : jobs.targetsOf(owner, job),
    };
    for (let i = start[tuple]; i < start[tuple + 1]; i++) {
      const at = month[i] + MONTH_BASE;
      if (at < window.first || at > window.last) continue;
      cells.push({
        ...shared,
        payClass: payClasses.classOf(owner, payCode[i]),
        month: at,
        hours: (hours.values[i] * hours.scale - unknownHours.values[i] * unknownHours.scale) / UNITS_PER_HOUR,
        cost: cost.values[i] * cost.scale,
      });
    }
  }
  return cells;
}
