import { CHUNK_ROWS } from '../facts/chunk-rows.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { encodeLaborChunk } from '../facts/labor-chunk.ts';
import type { Packed } from '../facts/packed.ts';
import { packIntegers } from '../facts/packed.ts';
import { encodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import type { NewCodes } from '../extracts/messages.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Dictionaries } from './dictionaries.ts';

/**
 * Translates the ids of one extract into those of the workspace. The reader numbers what it meets from 0; the
 * workspace may know the same things under other numbers.
 */
export class Intake {
  private readonly tuples: number[] = [];
  private readonly workers: number[] = [];
  /** Position 0 stands for a line without a pay code; it gets an id when there is such a line. */
  private readonly payCodes: number[] = [-1];
  /** Used again for every column: garbage of this size is costly to collect. */
  private readonly translated = new Int32Array(CHUNK_ROWS);

  constructor(
    private readonly dictionaries: Dictionaries,
    private readonly dimensions: readonly string[],
    private readonly fact: 'labor' | 'staffing',
  ) {}

  learn(codes: NewCodes): void {
    for (const values of codes.tuples) {
      const tuple = Object.fromEntries(this.dimensions.map((dimension, i) => [dimension, values[i]]));
      this.tuples.push(
        this.fact === 'labor' ? this.dictionaries.laborTupleId(tuple) : this.dictionaries.tupleId(tuple),
      );
    }
    for (const worker of codes.workers) this.workers.push(this.dictionaries.workerId(worker));
    for (const code of codes.payCodes) this.payCodes.push(this.dictionaries.payCodeId(code));
    for (const [site, name] of codes.siteNames) this.dictionaries.nameSite(site, name);
  }

  labor(chunk: LaborChunk): { chunk: LaborChunk; data: Uint8Array } {
    if (this.payCodes[0] === -1 && chunk.payCode.values.includes(0))
      this.payCodes[0] = this.dictionaries.payCodeId(UNKNOWN_CODE);
    const translated: LaborChunk = {
      ...chunk,
      tuple: this.translate(chunk.tuple, this.tuples, chunk.rows),
      worker: this.translate(chunk.worker, this.workers, chunk.rows),
      payCode: this.translate(chunk.payCode, this.payCodes, chunk.rows),
    };
    return { chunk: translated, data: encodeLaborChunk(translated) };
  }

  staffing(chunk: StaffingChunk): { chunk: StaffingChunk; data: Uint8Array } {
    const translated: StaffingChunk = { ...chunk, place: this.translate(chunk.place, this.tuples, chunk.rows) };
    return { chunk: translated, data: encodeStaffingChunk(translated) };
  }

  private translate({ values, scale }: Packed, ids: readonly number[], rows: number): Packed {
    const { translated } = this;
    for (let i = 0; i < rows; i++) translated[i] = ids[values[i] * scale];
    return packIntegers(translated, rows);
  }
}
