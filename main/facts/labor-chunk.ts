import { decodeBatch, encodeBatch } from './arrow-batch.ts';
import type { Packed } from './packed.ts';

const COLUMNS = ['tuple', 'worker', 'day', 'days', 'payCode', 'hours', 'cost', 'flags', 'line'] as const;

/**
 * Labour rows as columns, one entry per source record. Ids are the workspace's once stored, the extract's while being read
 * (pay codes then one up, 0 for none). `hours` are in 10⁻⁶ hours, `cost` in minor units and unknown where the source
 * was blank, `day` the last civil day that the row covers and `days` how many, `line` the physical line of the source.
 */
export type LaborChunk = { rows: number } & Record<(typeof COLUMNS)[number], Packed>;

export function encodeLaborChunk(chunk: LaborChunk): Uint8Array {
  return encodeBatch(new Map(COLUMNS.map((name) => [name, chunk[name]])), chunk.rows);
}

export function decodeLaborChunk(bytes: Uint8Array): LaborChunk {
  const { rows, columns } = decodeBatch(bytes);
  const column = (name: (typeof COLUMNS)[number]): Packed => columns.get(name)!;
  return {
    rows,
    tuple: column('tuple'),
    worker: column('worker'),
    day: column('day'),
    days: column('days'),
    payCode: column('payCode'),
    hours: column('hours'),
    cost: column('cost'),
    flags: column('flags'),
    line: column('line'),
  };
}
