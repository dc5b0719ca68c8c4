import { z } from 'zod';
import type { ImportReport } from '../contract/workspace.ts';
import { UsageError } from '../contract/errors.ts';
import type { Workspace } from './workspace.ts';

const manifestSchema = z.object({
  id: z.string(),
  files: z.array(z.object({ file: z.string(), kind: z.string().optional(), recipe: z.string().optional() })),
});

export type SampleRequest = {
  sample: string;
  folder: string;
  readJson: (path: string) => unknown;
  job: string;
  signal: AbortSignal | null;
};

/** Imports a bundled sample file by file, in the order of its manifest, exactly as a user would. */
export async function importSample(
  workspace: Workspace,
  { sample, folder, readJson, job, signal }: SampleRequest,
): Promise<ImportReport[]> {
  if (!/^[a-z][a-z-]*$/.test(sample)) throw new UsageError(`"${sample}" is not a sample.`);
  const { files } = manifestSchema.parse(readJson(`${folder}/${sample}/sample.json`));
  const reports: ImportReport[] = [];
  for (const { file, kind, recipe } of files) {
    const path = `${folder}/${sample}/${file}`;
    const given = recipe === undefined ? null : readJson(`${folder}/${sample}/${recipe}`);
    reports.push(
      await workspace.import({
        job,
        signal,
        path,
        file,
        kind: given === null ? (kind ?? null) : null,
        profile: null,
        recipe: given,
        settings: {},
      }),
    );
  }
  return reports;
}
