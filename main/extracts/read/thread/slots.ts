import type { Batch } from '../batches.ts';
import { RecordBatch } from '../scanning/record-batch.ts';
import { SLOT_RECORDS } from './messages.ts';
import type { Slot } from './messages.ts';

export function makeSlot(columns: number): Slot {
  return { bytes: new Uint8Array(0), records: new RecordBatch(columns, SLOT_RECORDS) };
}

/** Copies a batch; offsets stay what they are, so that only the bytes of its records have to be there. */
export function fillSlot({ bytes, records }: Slot, batch: Batch): Slot {
  const from = batch.records;
  const { count } = from;
  const fields = count * (from.starts.length / from.problems.length);
  records.count = count;
  records.starts.set(from.starts.subarray(0, fields));
  records.ends.set(from.ends.subarray(0, fields));
  records.escaped.set(from.escaped.subarray(0, fields));
  records.lines.set(from.lines.subarray(0, count));
  records.offsets.set(from.offsets.subarray(0, count));
  records.recordStarts.set(from.recordStarts.subarray(0, count));
  records.recordEnds.set(from.recordEnds.subarray(0, count));
  records.problems.set(from.problems.subarray(0, count));
  const [start, end] = [from.recordStarts[0], from.recordEnds[count - 1]];
  const room = bytes.length < end ? new Uint8Array(batch.bytes.length) : bytes;
  room.set(batch.bytes.subarray(start, end), start);
  return { bytes: room, records };
}

/** What is handed over with a slot rather than copied. */
export function buffersOf({ bytes, records }: Slot): ArrayBuffer[] {
  const { starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems } = records;
  return [bytes, starts, ends, escaped, lines, offsets, recordStarts, recordEnds, problems].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
