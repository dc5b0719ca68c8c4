import {
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  tableFromIPC,
  Uint16,
  Uint32,
  Uint8,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import type { IntegerArray, Packed } from './packed.ts';

/**
 * Packed columns as one Arrow record batch in IPC stream form, readable by any Arrow library. The scale of a column
 * stands in its field metadata (`scale`); unknown values are Arrow nulls; `metadata` goes with the schema.
 */
export function encodeBatch(
  columns: ReadonlyMap<string, Packed>,
  rows: number,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const [name, packed] of columns) {
    const type = typeOf(packed.values);
    const unknown = packed.known ? packed.known.reduce((sum, known) => sum + (known ? 0 : 1), 0) : 0;
    fields.push(new Field(name, type, unknown > 0, new Map([['scale', String(packed.scale)]])));
    const bitmap = unknown > 0 ? bitmapOf(packed.known!) : null;
    children.push(
      makeData({
        type,
        length: rows,
        nullCount: unknown,
        data: packed.values,
        ...(bitmap ? { nullBitmap: bitmap } : {}),
      } as Parameters<typeof makeData>[0]),
    );
  }
  const schema = new Schema(fields, new Map(metadata));
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length: rows, nullCount: 0, children }));
  return RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true);
}

/** Reads what `encodeBatch` wrote; columns are views into the bytes. Throws when the bytes are no such batch. */
export function decodeBatch(bytes: Uint8Array): {
  rows: number;
  columns: Map<string, Packed>;
  metadata: Map<string, string>;
} {
  // Views need aligned memory; SQLite hands out blobs at any address.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const table = tableFromIPC(aligned);
  const columns = new Map<string, Packed>();
  const batch = table.batches[0];
  if (!batch) throw new Error('An Arrow batch without rows.');
  table.schema.fields.forEach((field, index) => {
    const data = batch.data.children[index];
    columns.set(field.name, {
      // Arrow pads its buffers; what lies beyond the rows is not data.
      values: data.values.subarray(0, batch.numRows) as IntegerArray,
      scale: Number(field.metadata.get('scale')),
      known: data.nullCount > 0 ? knownOf(data.nullBitmap, batch.numRows) : null,
    });
  });
  return { rows: batch.numRows, columns, metadata: table.schema.metadata };
}

function typeOf(values: IntegerArray): DataType {
  if (values instanceof Uint8Array) return new Uint8();
  if (values instanceof Int8Array) return new Int8();
  if (values instanceof Uint16Array) return new Uint16();
  if (values instanceof Int16Array) return new Int16();
  if (values instanceof Uint32Array) return new Uint32();
  if (values instanceof Int32Array) return new Int32();
  return new Float64();
}

function bitmapOf(known: Uint8Array): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(known.length / 64) * 8);
  for (let i = 0; i < known.length; i++) if (known[i]) bitmap[i >> 3] |= 1 << (i & 7);
  return bitmap;
}

function knownOf(bitmap: Uint8Array, rows: number): Uint8Array {
  const known = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) known[i] = (bitmap[i >> 3] >> (i & 7)) & 1;
  return known;
}
