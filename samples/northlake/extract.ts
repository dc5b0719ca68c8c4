import { type Field, compress, csvLine } from './csv.ts';
import { type Fault, type PlantedFault, plantFaults } from './planted-errors.ts';
import type { Rng } from './rng.ts';

/** What an import of the file must report, when the files come in the order of the manifest. */
export type Ledger = {
  rows_read: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  skipped: number;
  reasons: Record<string, number>;
};

export type Extract = {
  file: string;
  kind: string;
  recipe: string | null;
  title: string;
  description: string;
  bytes: Uint8Array;
  ledger: Ledger;
  planted: PlantedFault[];
};

export type ExtractPlan = Pick<Extract, 'file' | 'kind' | 'title' | 'description'> & {
  recipe?: string;
  header: readonly string[];
  rows: Field[][];
  faults: readonly Fault[];
  /** Of `rows`, how many an earlier file already brought, unchanged or with other values. */
  duplicates?: number;
  restated?: number;
  /** Lines above the header and below the last row that are not rows. */
  preamble?: readonly string[];
  footer?: readonly string[];
};

/** Writes one extract with its faults, and its ledger. */
export function makeExtract(plan: ExtractPlan, rng: Rng): Extract {
  const { preamble = [], footer = [], duplicates = 0, restated = 0 } = plan;
  const { rows, planted } = plantFaults(plan, plan.faults, preamble.length, rng.fork(plan.file));
  const reasons: Record<string, number> = {};
  for (const { reason } of planted) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    file: plan.file,
    kind: plan.kind,
    recipe: plan.recipe ?? null,
    title: plan.title,
    description: plan.description,
    bytes: compress([...preamble, csvLine(plan.header), ...rows.map(csvLine), ...footer]),
    ledger: {
      rows_read: rows.length,
      accepted: rows.length - planted.length - duplicates,
      quarantined: planted.length,
      duplicates,
      restated,
      skipped: preamble.length + footer.length,
      reasons,
    },
    planted,
  };
}
