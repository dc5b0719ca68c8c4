import { describe, expect, it } from 'vitest';
import { decodeLaborChunk, encodeLaborChunk } from '../../main/facts/labor-chunk.ts';
import { packIntegers } from '../../main/facts/packed.ts';
import { decodeStaffingChunk, encodeStaffingChunk } from '../../main/facts/staffing-chunk.ts';

const pack = (...values: number[]) => packIntegers(Float64Array.from(values), values.length);

describe('a chunk of labour rows', () => {
  it('comes back from its bytes with a blank cost still unknown', () => {
    const chunk = {
      rows: 3,
      tuple: pack(0, 1, 70_000),
      worker: pack(5, 5, 6),
      day: pack(20_100, 20_101, 20_102),
      days: pack(1, 14, 1),
      payCode: pack(1, 2, 0),
      hours: pack(8_000_000, -250_000, 0),
      cost: pack(32_000, NaN, -1),
      flags: pack(0, 1, 0),
      line: pack(2, 3, 900_001),
    };
    expect(decodeLaborChunk(encodeLaborChunk(chunk))).toEqual(chunk);
  });
});

describe('a chunk of aggregate records', () => {
  const place = { place: pack(0, 0), day: pack(1, 2), census: pack(80_000_000, NaN), line: pack(2, 3) };

  it('comes back wide, with a pair of hours per job', () => {
    const chunk = {
      rows: 2,
      jobs: ['RN', 'CNA'],
      job: null,
      ...place,
      pairs: [
        { internal: pack(1, 2), external: pack(0, NaN) },
        { internal: pack(3, 4), external: pack(5, 6) },
      ],
    };
    expect(decodeStaffingChunk(encodeStaffingChunk(chunk))).toEqual(chunk);
  });

  it('comes back long, with the job of each record', () => {
    const chunk = {
      rows: 2,
      jobs: ['unknown', 'RN'],
      job: pack(1, 0),
      ...place,
      pairs: [{ internal: pack(1, 2), external: pack(0, 9) }],
    };
    expect(decodeStaffingChunk(encodeStaffingChunk(chunk))).toEqual(chunk);
  });
});
