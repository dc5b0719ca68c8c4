import { decodeBatch, encodeBatch } from './arrow-batch.ts';
import type { Packed } from './packed.ts';

/**
 * Aggregate staffing records as columns, one entry per source record. `place` is a tuple of entity, site and
 * attributes, `day` a civil day number, `census` in 10⁻⁶ units, hours in 10⁻⁶ hours; unknown where the source was blank.
 * In wide extracts pair k holds the hours of `jobs[k]` and `job` is null; in long ones there is one pair and `job`
 * gives the position in `jobs` per row.
 */
export type StaffingChunk = {
  rows: number;
  jobs: string[];
  place: Packed;
  day: Packed;
  census: Packed;
  line: Packed;
  job: Packed | null;
  pairs: { internal: Packed; external: Packed }[];
};

export function encodeStaffingChunk(chunk: StaffingChunk): Uint8Array {
  const columns = new Map<string, Packed>([
    ['place', chunk.place],
    ['day', chunk.day],
    ['census', chunk.census],
    ['line', chunk.line],
  ]);
  if (chunk.job) columns.set('job', chunk.job);
  chunk.pairs.forEach((pair, k) => columns.set(`internal.${k}`, pair.internal).set(`external.${k}`, pair.external));
  return encodeBatch(columns, chunk.rows, new Map([['jobs', JSON.stringify(chunk.jobs)]]));
}

export function decodeStaffingChunk(bytes: Uint8Array): StaffingChunk {
  const { rows, columns, metadata } = decodeBatch(bytes);
  const pairs: StaffingChunk['pairs'] = [];
  for (let k = 0; columns.has(`internal.${k}`); k++)
    pairs.push({ internal: columns.get(`internal.${k}`)!, external: columns.get(`external.${k}`)! });
  return {
    rows,
    pairs,
    jobs: JSON.parse(metadata.get('jobs')!) as string[],
    place: columns.get('place')!,
    day: columns.get('day')!,
    census: columns.get('census')!,
    line: columns.get('line')!,
    job: columns.get('job') ?? null,
  };
}
