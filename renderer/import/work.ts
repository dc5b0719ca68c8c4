import type { ImportChoice, ImportOutcome } from '../../main/contract/api.ts';
import { bridge } from '../api.ts';

/** Begins the name of every job of the import dialog, which shows its progress itself. */
export const IMPORT_JOB = 'import-';

/** What an import carries out, once it has been decided. */
export type Work = { kind: 'files'; files: ImportChoice[] } | { kind: 'sample'; sample: string; title: string };

export function startWork(work: Work, job: string): Promise<ImportOutcome[]> {
  const { api } = bridge();
  return work.kind === 'files'
    ? api.importExtracts({ job, files: work.files })
    : api.importSample({ job, sample: work.sample });
}
