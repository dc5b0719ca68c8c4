import type { CrosswalkVersion } from '../contract/harmonisation.ts';
import type { Store } from '../ports/store.ts';
import { DECIDED } from './publish-decisions.ts';

/** How the crosswalk came to be what it is, version by version, oldest first. */
export function versionHistory(store: Store): CrosswalkVersion[] {
  const batches = new Map(store.batches().map((batch) => [batch.id, batch]));
  return store.batchEvents('crosswalk').map(({ batch: id, counts, at, by }, i) => {
    const batch = batches.get(id)!;
    const made = batch.profile === DECIDED ? 'decided' : 'imported';
    return {
      version: i + 1,
      batch: id,
      file: batch.file,
      action: counts ? made : 'undone',
      at,
      by,
      counts: counts && batch.state === 'published',
    };
  });
}
