import type { Batch } from '../batches.ts';
import { RecordBatch } from '../scanning/record-batch.ts';
import { SLOT_RECORDS } from './messages.ts';
import type { Slot } from './messages.ts';

export function makeSlot(columns: number): Slot {
  return { bytes: new Uint8Array(0), records: new RecordBatch(columns, SLOT_RECORDS) };
}

/** The bytes of a batch's records in the room of a slot. Offsets stay what they are, so that only those have to be there. */
export function bytesInto(room: Slot['bytes'], { bytes, records }: Batch): Slot['bytes'] {
  const [start, end] = [records.recordStarts[0], records.recordEnds[records.count - 1]];
  const taken = room.length < end ? new Uint8Array(bytes.length) : room;
  taken.set(bytes.subarray(start, end), start);
  return taken;
}

/** What is handed over with a slot rather than copied. */
export function buffersOf({ bytes, records }: Slot): ArrayBuffer[] {
  const { starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems } = records;
  return [bytes, starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
