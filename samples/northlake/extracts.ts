import { assignmentsFile } from './assignments.ts';
import { bandsFile } from './bands.ts';
import { credentialsFile } from './credentials.ts';
import { crosswalkFile } from './crosswalk.ts';
import { type Extract, makeExtract } from './extract.ts';
import { invoiceFiles } from './invoice-files.ts';
import { baysideFiles, northlakeFiles, resentFile } from './labor-files.ts';
import { policiesFile } from './policies.ts';
import { ratesFile } from './rate-cards.ts';
import { entitiesFile, loadsFile, rosterFile, volumesFile } from './reference-files.ts';
import type { Rng } from './rng.ts';
import type { RosterRow } from './roster.ts';
import { shiftsFile } from './shifts.ts';
import type { World } from './world.ts';

/** All extracts in the order in which they are meant to be imported. */
export function extractsOf(world: World, roster: readonly RosterRow[], rng: Rng): Extract[] {
  const { restatements } = world;
  const asFirstSent = (line: World['labor'][number]) => restatements.first.get(line) ?? line;
  const resent = [...world.labor.filter((line) => restatements.resent.has(line)), ...restatements.late];
  return [
    entitiesFile(),
    rosterFile(roster),
    loadsFile(),
    ...northlakeFiles(world.labor, asFirstSent),
    resentFile(resent, { restated: restatements.first.size, late: restatements.late.length }),
    ...baysideFiles(world.labor),
    ...invoiceFiles(world.invoices),
    volumesFile(world.volumes),
    bandsFile(),
    crosswalkFile(),
    policiesFile(),
    ratesFile(),
    assignmentsFile(world.assignments),
    credentialsFile(world.credentials),
    shiftsFile(world.shifts),
  ].map((plan) => makeExtract(plan, rng.fork('faults')));
}
