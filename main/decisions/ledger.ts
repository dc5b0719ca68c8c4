import { bindableMetrics, measureLedger } from '../analyses/synergies/realised.ts';
import type { SynergyLedger } from '../contract/decisions.ts';
import { metricOf } from '../metrics/registry.ts';
import type { WorkspaceView } from '../workspace/view.ts';

/** The ledger as measured, with what an entry can be bound to. */
export function synergyLedger(view: WorkspaceView): SynergyLedger {
  const metrics = bindableMetrics().map((id) => {
    const { title, unit } = metricOf(id);
    return { metric: id, title, unit };
  });
  return { ...measureLedger(view), metrics };
}
