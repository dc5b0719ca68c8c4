import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';

export const SAMPLES = new URL('../../samples/', import.meta.url);

/** Bytes of a committed sample file, e.g. `northlake/roster.csv.gz`. */
export function sampleBytes(path: string): Buffer {
  return readFileSync(new URL(path, SAMPLES));
}

export function sampleJson<T>(path: string): T {
  return JSON.parse(sampleBytes(path).toString('utf8')) as T;
}

/** All records of a sample's CSV as text fields, preamble and header included. */
export function sampleRows(path: string): string[][] {
  const bytes = sampleBytes(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data;
}
