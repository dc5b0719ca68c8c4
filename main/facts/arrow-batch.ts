import {
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  Null,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  tableFromIPC,
  Type,
  Uint16,
  Uint32,
  Uint8,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import { compactIntegers, expandIntegers } from './compact.ts';
import type { IntegerArray, Packed } from './packed.ts';

const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array };

/**
 * Packed columns as one Arrow record batch in IPC stream form, readable by any Arrow library. Unknown values are Arrow
 * nulls; `metadata` goes with the schema. The metadata of a field say what its numbers mean: a value is number × `scale`,
 * where there is a `base` (number + base) × scale, and where there is a `first` so much above the number before it.
 * `array` is what the numbers were before. A column of nothing but nulls that has a base consists of zeros.
 */
export function encodeBatch(
  columns: ReadonlyMap<string, Packed>,
  rows: number,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const [name, packed] of columns) {
    const unknown = packed.known ? packed.known.reduce((sum, known) => sum + (known ? 0 : 1), 0) : 0;
    const about = new Map([['scale', String(packed.scale)]]);
    const compact = unknown > 0 ? null : compactIntegers(packed.values);
    if (compact !== null) {
      about.set('base', String(compact.base)).set('array', packed.values.constructor.name);
      if (compact.first !== null) about.set('first', String(compact.first));
    }
    const data = compact === null ? packed.values : compact.stored;
    const type = data === null ? new Null() : typeOf(data);
    const bitmap = unknown > 0 ? bitmapOf(packed.known!) : null;
    fields.push(new Field(name, type, data === null || unknown > 0, about));
    children.push(
      makeData({
        type,
        length: rows,
        nullCount: data === null ? rows : unknown,
        ...(data === null ? {} : { data }),
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
      values: valuesOf(field, data, batch.numRows),
      scale: Number(field.metadata.get('scale')),
      known: data.nullCount > 0 && data.type.typeId !== Type.Null ? knownOf(data.nullBitmap, batch.numRows) : null,
    });
  });
  return { rows: batch.numRows, columns, metadata: table.schema.metadata };
}

function valuesOf({ metadata }: Field, data: Data, rows: number): IntegerArray {
  // Arrow pads its buffers; what lies beyond the rows is not data.
  const stored = data.type.typeId === Type.Null ? null : (data.values.subarray(0, rows) as IntegerArray);
  const base = metadata.get('base');
  if (base === undefined) return stored!;
  const first = metadata.get('first');
  const values = new ARRAYS[metadata.get('array') as keyof typeof ARRAYS](rows);
  return expandIntegers({ stored, base: Number(base), first: first === undefined ? null : Number(first) }, values);
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
