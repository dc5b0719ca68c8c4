import { zipSync } from 'fflate/browser';

/** A zip says local time: the same there wherever it is, so it is given without a zone. */
const ZIP_DATE = '1980-01-01T12:00:00';

/** Packed by our own packer with one date, so that window and command line, which differ in their zlib, write the same. */
export function zipFixed(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { mtime: ZIP_DATE, level: 6 });
}
