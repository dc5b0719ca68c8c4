import { openWorkspace, importFile } from './workspace.ts';
import { testFolder } from './folder.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';

const EXTRACTS = ['entities', 'roster', 'labor', 'shifts', 'crosswalk', 'bands', 'policies'];

/** East, which West has bought, with the extracts of the golden case on alignment. */
export async function openDeal(): Promise<Workspace> {
  const workspace = openWorkspace(`${testFolder()}/deal.muster`);
  for (const name of EXTRACTS) await importFile(workspace, `${import.meta.dirname}/../golden/alignment/${name}.csv`);
  return workspace;
}
