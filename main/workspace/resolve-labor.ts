import { KeyIndex } from '../facts/key-index.ts';
import { decodeLaborChunk } from '../facts/labor-chunk.ts';
import type { LaborChunk } from '../facts/labor-chunk.ts';
import { packedValue } from '../facts/packed.ts';
import { RowStatus } from '../facts/row-status.ts';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay } from '../model/civil-day.ts';
import type { ChunkInfo, Store } from '../ports/store.ts';
import type { Dictionaries } from './dictionaries.ts';
import { byBatch, StatusBook } from './status-book.ts';
import type { Resolution, Window } from './status-book.ts';

/** Dimensions that are part of a labour row's natural key, beside worker, day, pay code and correction. */
const KEY_DIMENSIONS = ['entity', 'site', 'unit', 'job'];

/**
 * Compares labour rows of several batches by their natural key: worker, day, entity, site, unit, job, pay code,
 * correction, and the n-th occurrence in the extract. In order of import a row that says the same as the one in
 * force is a duplicate; one that says something else restates it. Rows of one batch are never compared with each
 * other, because two equal punches are legitimate. Works month by month, so that memory stays bounded.
 */
export function resolveLabor(
  store: Store,
  dictionaries: Dictionaries,
  chunks: readonly ChunkInfo[],
  window: Window,
): Resolution {
  const book = new StatusBook(store);
  const keyOfTuple = keyTuples(dictionaries);
  for (let month = monthOfDay(window.firstDay); month <= monthOfDay(window.lastDay); month++) {
    const part = {
      firstDay: Math.max(window.firstDay, firstDayOfMonth(month)),
      lastDay: Math.min(window.lastDay, lastDayOfMonth(month)),
    };
    const inPart = chunks.filter((chunk) => chunk.lastDay >= part.firstDay && chunk.firstDay <= part.lastDay);
    resolvePart({ store, book, keyOfTuple, chunks: inPart, window: part });
  }
  return book.close();
}

type Part = {
  store: Store;
  book: StatusBook;
  keyOfTuple: Int32Array;
  chunks: readonly ChunkInfo[];
  window: Window;
};

function resolvePart({ store, book, keyOfTuple, chunks, window }: Part): void {
  const keys = new KeyIndex(5);
  const key = new Int32Array(5);
  const inForce: { chunk: number; row: number; tuple: number; days: number; hours: number; cost: number }[] = [];
  for (const [batch, ofBatch] of byBatch(chunks)) {
    const seen = new KeyIndex(4);
    const occurrences: number[] = [];
    for (const info of ofBatch) {
      const chunk = decodeLaborChunk(store.chunkData(info.id));
      const statuses = book.open(info);
      for (let row = 0; row < chunk.rows; row++) {
        const day = chunk.day.values[row] * chunk.day.scale;
        if (day < window.firstDay || day > window.lastDay) continue;
        statuses[row] = RowStatus.effective;
        fillKey(key, chunk, row, keyOfTuple);
        const first = seen.idOf(key);
        key[4] = occurrences[first] = (occurrences[first] ?? -1) + 1;
        const id = keys.idOf(key);
        const values = {
          chunk: info.id,
          row,
          tuple: chunk.tuple.values[row] * chunk.tuple.scale,
          days: packedValue(chunk.days, row),
          hours: packedValue(chunk.hours, row),
          cost: packedValue(chunk.cost, row),
        };
        const current = inForce[id];
        if (
          current !== undefined &&
          current.tuple === values.tuple &&
          current.days === values.days &&
          current.hours === values.hours &&
          Object.is(current.cost, values.cost)
        ) {
          statuses[row] = RowStatus.duplicate;
          continue;
        }
        if (current !== undefined) {
          book.supersede(current.chunk, current.row);
          book.counts.get(batch)!.restated++;
        }
        inForce[id] = values;
      }
    }
  }
}

function fillKey(key: Int32Array, chunk: LaborChunk, row: number, keyOfTuple: Int32Array): void {
  key[0] = chunk.worker.values[row] * chunk.worker.scale;
  key[1] = chunk.day.values[row] * chunk.day.scale;
  key[2] = keyOfTuple[chunk.tuple.values[row] * chunk.tuple.scale]!;
  key[3] = chunk.payCode.values[row] * chunk.payCode.scale * 2 + chunk.flags.values[row];
}

/** For every tuple the first tuple that agrees with it on the dimensions of the natural key. */
function keyTuples(dictionaries: Dictionaries): Int32Array {
  const columns = KEY_DIMENSIONS.map((dimension) => dictionaries.tuples.column(dimension).ofTuple);
  const index = new KeyIndex(columns.length);
  const key = new Int32Array(columns.length);
  const result = new Int32Array(dictionaries.tuples.size);
  for (let tuple = 0; tuple < result.length; tuple++) {
    for (let i = 0; i < columns.length; i++) key[i] = columns[i][tuple]!;
    result[tuple] = index.idOf(key);
  }
  return result;
}
