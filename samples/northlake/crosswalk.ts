import type { ExtractPlan } from './extract.ts';
import { codeAt } from './pay.ts';
import { faults } from './planted-errors.ts';
import { UNITS } from './system.ts';

export type Mapping = { code: string; target: string; share: number };

/** Codes that nobody has mapped yet, though each means a Northlake job. */
export const NOT_YET_MAPPED: readonly string[] = ['PCT', 'HUC', 'EVST'];

/** Bayside's analysts also do what unit clerks do at Northlake. */
const SPLIT: Readonly<Record<string, readonly Omit<Mapping, 'code'>[]>> = {
  ANL: [
    { target: 'ANL', share: 0.85 },
    { target: 'UC', share: 0.15 },
  ],
};

/** A first version: every Bayside code that is Northlake's own too, one code split, three left open. */
export const CROSSWALK: readonly Mapping[] = baysideCodes()
  .filter((code) => !NOT_YET_MAPPED.includes(code))
  .flatMap((code) => (SPLIT[code] ?? [{ target: code, share: 1 }]).map((mapping) => ({ code, ...mapping })));

function baysideCodes(): string[] {
  const units = UNITS.filter((unit) => unit.entity === 'Bayside');
  return [...new Set(units.flatMap(({ staffing }) => staffing.map(({ job }) => codeAt('Bayside', job))))];
}

export function crosswalkFile(): ExtractPlan {
  return {
    file: 'crosswalk.csv.gz',
    kind: 'crosswalk',
    title: 'Crosswalk of Bayside’s job codes, first version',
    description: 'What each Bayside job is at Northlake. One job is split; three are not mapped yet.',
    header: ['entity', 'job_code', 'target_job_code', 'share'],
    rows: CROSSWALK.map(({ code, target, share }) => ['Bayside', code, target, share === 1 ? '' : share]),
    faults: [...faults('missing_value', 'job_code', ['']), ...faults('out_of_range', 'share', ['85'])],
  };
}
