import { measureLedger, requireEvidence } from '../analyses/synergies/realised.ts';
import type { MeasuredSynergy, Synergy, SynergyEntry } from '../contract/decisions.ts';
import { UsageError } from '../contract/errors.ts';
import { minorPerMajor } from '../contract/format.ts';
import { metricOf } from '../metrics/registry.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { amendSynergy, enterSynergy } from '../workspace/synergy-ledger.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { requireWave } from '../workspace/waves.ts';

/**
 * Writes an entry into the ledger: under the next number, or in place of the one that is named.
 * Throws a UsageError for a plan that nothing could be measured by, InputRefused for a number or a
 * wave that is not there.
 */
export function saveSynergy(view: WorkspaceView, id: number | null, entry: SynergyEntry): Synergy {
  const synergy = synergyOf(view, entry);
  if (id === null) return enterSynergy(view.store, synergy);
  const amended = { id, ...synergy };
  amendSynergy(view.store, amended);
  return amended;
}

/** Numbers of the other entries that count the same saving as one of the ledger. */
export function overlapsOf(view: WorkspaceView, id: number): MeasuredSynergy['overlaps'] {
  return measureLedger(view).synergies.find(({ synergy }) => synergy.id === id)?.overlaps ?? [];
}

function synergyOf(view: WorkspaceView, entry: SynergyEntry): Omit<Synergy, 'id'> {
  const { title, owner, plannedMajor, oneOffMajor, from, metric, where, wave } = entry;
  if (title.trim() === '' || owner.trim() === '') throw new UsageError('A synergy needs a title and an owner.');
  requireEvidence(view, { metric, where });
  if (parseIsoMonth(from) === null) throw new UsageError(`"${from}" is not a month such as 2026-01.`);
  if (wave !== null) requireWave(view.store, wave);
  const minor = minorPerMajor(view.currency(where));
  const isMoney = metricOf(metric).unit === 'money';
  return {
    title: title.trim(),
    owner: owner.trim(),
    planned: Math.round(plannedMajor * (isMoney ? minor : 1)),
    oneOff: Math.round(oneOffMajor * minor),
    from,
    metric,
    where,
    wave,
  };
}
