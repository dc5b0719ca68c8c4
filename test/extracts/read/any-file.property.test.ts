import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedInput } from '../../../main/extracts/read/refused.ts';
import { fileOf, readFile, temporaryFolder } from './fixtures.ts';

const folder = temporaryFolder();

const words = ['id', 'name', 'hours', '1', '2024-01-01', '7,5', 'Ann', 'é', 'Total', 'sep=;\n', '{"a":1}', '#', '---'];
const signs = ['"', '""', "'", '\\', ',', ';', '\t', '|', ', ', '~|~', '\n', '\r\n', '\r', '\n\n', ' ', '\ufeff', '\0'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs)), { maxLength: 80 })
  .map((pieces) => Buffer.from(pieces.join('')));
const wide = text.map((bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'));
const binary = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const damaged = fc.tuple(text, fc.nat(), fc.nat({ max: 255 })).map(([sound, at, value]) => {
  // A copy: what is shown of a failure must be what failed.
  const bytes = Buffer.from(sound);
  if (bytes.length > 0) bytes[at % bytes.length] = value;
  return bytes;
});

/** What is wrong with how a file was read; nothing if it was refused with a reason. */
async function faultsOf(path: string, unsure: 'ask' | 'guess'): Promise<string[]> {
  try {
    const { rows, header, dataLine } = await readFile(path, { unsure });
    const lines = rows.map((row) => row.line);
    return [
      ...(header.length === 0 || new Set(header).size < header.length ? ['columns cannot be told apart'] : []),
      ...(lines.some((line, i) => line < (i === 0 ? dataLine : lines[i - 1] + 1)) ? ['lines do not rise'] : []),
      ...(rows.some((row) => row.problem === null && row.cells.length !== header.length)
        ? ['a sound row is ragged']
        : []),
    ];
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return error.file === 'any.csv' && error.message.endsWith('.')
      ? []
      : [`refused without saying what: ${error.message}`];
  }
}

describe('any file at all', () => {
  it('is read row by row, or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(text, damaged, wide, binary),
        fc.constantFrom('ask' as const, 'guess' as const),
        async (bytes, unsure) => {
          expect(await faultsOf(fileOf(folder, bytes, 'any.csv'), unsure)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
