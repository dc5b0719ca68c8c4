import { formatNumber } from '../contract/format.ts';
import { kindOf } from '../extracts/kinds/registry.ts';
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import type { StoredRecord } from '../ports/store.ts';
import { statementsInForce } from '../workspace/resolve-statements.ts';

/** A code of the target model and the share of the mapped code that it takes, above 0 and up to 1. */
export type MappingTarget = { code: string; share: number };

/** What the crosswalk says of one code of an entity. No targets: it was decided that there is no counterpart. */
export type StatedMapping = {
  domain: CrosswalkDomain;
  entity: string;
  code: string;
  targets: readonly MappingTarget[];
  /** Batch that decided it. */
  batch: number;
};

/** A statement that cannot be followed, so that its code stays unmapped. */
export type MappingFault = Pick<StatedMapping, 'domain' | 'entity' | 'code' | 'batch'> & { message: string };

/** Thirds written with four decimals add up to 0.9999. */
const SHARE_TOLERANCE = 0.001;

/** What crosswalk rows say, code by code, ordered by domain, entity and code; the last batch that names a code decides. */
export function statedMappings(records: readonly StoredRecord[]): {
  mappings: StatedMapping[];
  faults: MappingFault[];
} {
  const columns = kindOf('crosswalk').columns.map((column) => column.name);
  const mappings: StatedMapping[] = [];
  const faults: MappingFault[] = [];
  for (const { batch, rows } of statementsInForce(records)) {
    const at = (row: StoredRecord, name: string) => row.values[columns.indexOf(name)] ?? null;
    const about = {
      domain: at(rows[0], 'domain') as CrosswalkDomain,
      entity: at(rows[0], 'entity') as string,
      code: at(rows[0], 'job_code') as string,
      batch,
    };
    const targets = rows.flatMap((row) => {
      const code = at(row, 'target_job_code') as string | null;
      return code === null ? [] : [{ code, share: at(row, 'share') as number }];
    });
    const problem = problemOf(targets, rows.length);
    if (problem === null) mappings.push({ ...about, targets: targets.sort(byShare) });
    else faults.push({ ...about, message: `${about.code} of ${about.entity} ${problem}, so that it stays unmapped.` });
  }
  return { mappings: mappings.sort(byCode), faults: faults.sort(byCode) };
}

/** What is wrong with the targets of one code, as the end of a sentence; null when they can be followed. */
export function problemOf(targets: readonly MappingTarget[], rows: number): string | null {
  if (targets.length === 0) return null;
  if (targets.length < rows) return 'is said to have no counterpart and to have one';
  if (new Set(targets.map(({ code }) => code)).size < targets.length) return 'goes to one target with two shares';
  if (targets.some(({ share }) => !(share > 0))) return 'goes to a target with a share of 0';
  const sum = targets.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return null;
  return `goes to its targets with shares that add up to ${formatNumber(sum, { decimals: 3 })}, not to 1`;
}

function byShare(a: MappingTarget, b: MappingTarget): number {
  return b.share - a.share || (a.code < b.code ? -1 : 1);
}

type Named = Pick<StatedMapping, 'domain' | 'entity' | 'code'>;

function byCode(a: Named, b: Named): number {
  const [one, other] = [a, b].map(({ domain, entity, code }) => JSON.stringify([domain, entity, code]));
  return one < other ? -1 : one > other ? 1 : 0;
}
