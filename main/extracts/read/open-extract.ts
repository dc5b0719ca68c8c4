import { sampleFile } from './sample.ts';
import { sourceOf, type Source } from './source.ts';
import { textSampleOf } from './text-sample.ts';
import { understandText } from './understand.ts';
import type { ReadingOptions, Understanding } from './understanding.ts';

/** An extract that is understood and ready to be read once. */
export interface OpenExtract {
  understanding: Understanding;
  source: Source;
}

/** Opens delimited text or a workbook by its content. Throws RefusedInput for anything else. */
export async function openExtractFile(path: string, options: ReadingOptions = {}): Promise<OpenExtract> {
  const sample = await sampleFile(path);
  const understanding = understandText(await textSampleOf(path, sample, options), options);
  return { understanding, source: sourceOf(path, sample, { encoding: understanding.encoding }) };
}
