import { decodeBatch, encodeBatch } from './arrow-batch.ts';
import type { Packed } from './packed.ts';

/** Rows of a chunk: 64 Ki, the size of an Arrow record batch in the workspace. */
export const CHUNK_ROWS = 65_536;

/** Bits of `flags`. */
export const CORRECTION = 1;
/** A further part of a line that was split at a month end: its hours and money count, but it is no row of its own. */
export const CONTINUATION = 2;

const COLUMNS = ['tuple', 'worker', 'day', 'payCode', 'hours', 'cost', 'flags', 'line'] as const;

/**
 * Labour rows as columns, one entry per row. Ids are the workspace's once stored, the extract's while being read
 * (pay codes then one up, 0 for none). `hours` are in 10⁻⁶ hours, `cost` in minor units and unknown where the source
 * was blank, `day` a civil day number, `line` the physical line of the source.
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
    payCode: column('payCode'),
    hours: column('hours'),
    cost: column('cost'),
    flags: column('flags'),
    line: column('line'),
  };
}
