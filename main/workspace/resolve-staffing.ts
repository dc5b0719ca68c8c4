import { packedValue } from '../facts/packed.ts';
import { RowStatus } from '../facts/row-status.ts';
import { decodeStaffingChunk } from '../facts/staffing-chunk.ts';
import type { StaffingChunk } from '../facts/staffing-chunk.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { ChunkInfo, Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { byBatch, StatusBook } from './status-book.ts';
import type { Resolution, Window } from './status-book.ts';

/**
 * Compares aggregate staffing records by site, day and job (a wide record is one for all its jobs). Later equal
 * records are duplicates, later other ones restate, within an extract as between extracts: the key leaves no room
 * for two. Records whose site could not be restored have no key.
 */
export function resolveStaffing(
  store: Store,
  dictionaries: Dictionaries,
  chunks: readonly ChunkInfo[],
  window: Window,
): Resolution {
  const book = new StatusBook(store);
  const inForce = new Map<string, { chunk: number; row: number; values: string }>();
  const sites = dictionaries.tuples.column('site');
  for (const [batch, ofBatch] of byBatch(chunks)) {
    for (const info of ofBatch) {
      const chunk = decodeStaffingChunk(store.chunkData(info.id));
      const statuses = book.open(info);
      for (let row = 0; row < chunk.rows; row++) {
        const place = chunk.place.values[row] * chunk.place.scale;
        const day = chunk.day.values[row] * chunk.day.scale;
        const site = sites.codes[sites.ofTuple[place]];
        if (site === UNKNOWN_CODE || day < window.firstDay || day > window.lastDay) continue;
        statuses[row] = RowStatus.effective;
        const job = chunk.job ? chunk.jobs[chunk.job.values[row] * chunk.job.scale] : '*';
        const key = `${site}|${day}|${job}`;
        const values = valuesOf(chunk, row, place);
        const current = inForce.get(key);
        if (current !== undefined && current.values === values) {
          statuses[row] = RowStatus.duplicate;
          continue;
        }
        if (current !== undefined) {
          book.supersede(current.chunk, current.row);
          book.counts.get(batch)!.restated++;
        }
        inForce.set(key, { chunk: info.id, row, values });
      }
    }
  }
  return book.close();
}

function valuesOf(chunk: StaffingChunk, row: number, place: number): string {
  let text = `${place}|${packedValue(chunk.census, row)}`;
  for (const { internal, external } of chunk.pairs)
    text += `|${packedValue(internal, row)}|${packedValue(external, row)}`;
  return text;
}
