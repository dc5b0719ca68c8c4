import { recogniseFormat } from './file/format.ts';
import { readStart } from './file/open-file.ts';
import { sampleFile } from './file/file-sample.ts';
import { sourceOf, type Source } from './source.ts';
import { textSampleOf } from './text-sample.ts';
import { understandText } from './understand.ts';
import type { ReadingOptions, Understanding } from './understanding.ts';

const FORMAT_BYTES = 4096;

/** An extract that is understood and ready to be read once. */
export interface OpenExtract {
  understanding: Understanding;
  source: Source;
  /** The sheet that was read, of a workbook. */
  sheet: string | null;
}

/** Opens delimited text or a workbook, told by content. Throws RefusedInput for anything else. */
export async function openExtractFile(path: string, options: ReadingOptions = {}): Promise<OpenExtract> {
  const format = recogniseFormat(await readStart(path, FORMAT_BYTES));
  if (format === 'workbook_xlsx' || format === 'workbook_ole') {
    // Only now: the spreadsheet library is larger than everything else that reads.
    const { openWorkbook } = await import('./workbook.ts');
    const { sheet, sample, source } = await openWorkbook(path, format, options.sheet);
    const asText = { delimiter: ',', quote: '"', escape: '"' };
    return { understanding: understandText(sample, { ...options, ...asText }), source, sheet };
  }
  const sample = await sampleFile(path);
  const understanding = understandText(await textSampleOf(path, sample, options), options);
  return { understanding, source: sourceOf(path, sample, { encoding: understanding.encoding }), sheet: null };
}
