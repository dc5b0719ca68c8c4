import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchReader } from '../../../../main/extracts/read/batches.ts';
import type { Batches } from '../../../../main/extracts/read/batches.ts';
import { fieldText } from '../../../../main/extracts/read/field-text.ts';
import { openExtractFile } from '../../../../main/extracts/read/open-extract.ts';
import type { OpenExtract } from '../../../../main/extracts/read/open-extract.ts';
import { RefusedInput } from '../../../../main/extracts/read/refused.ts';
import { SLOT_RECORDS } from '../../../../main/extracts/read/thread/messages.ts';
import { ThreadedBatches } from '../../../../main/extracts/read/thread/threaded-batches.ts';
import type { ReadingOptions } from '../../../../main/extracts/read/understanding.ts';
import type { ThreadChannel } from '../../../../main/ports/processes.ts';
import { testFolder, writeInto } from '../../../support/folder.ts';
import { launchScanner } from '../../../support/scanning-thread.ts';

const folder = testFolder();
const MINUTE = 60_000;
let files = 0;
const file = (content: string | Uint8Array, name = `${files++}.csv`) => writeInto(folder, name, content);

/** Everything that batches say of their records, and how they were cut. */
async function said(reader: Batches, { understanding }: OpenExtract) {
  const columns = understanding.header.length;
  const records: unknown[] = [];
  const cuts: number[] = [];
  for await (const { bytes, records: found } of reader.batches()) {
    cuts.push(found.count);
    for (let i = 0; i < found.count; i++) {
      const texts = Array.from({ length: columns }, (_, c) => i * columns + c).map((slot) =>
        fieldText(bytes, found.starts[slot], found.ends[slot], found.escaped[slot], understanding),
      );
      const whole = Buffer.from(bytes.subarray(found.recordStarts[i], found.recordEnds[i])).toString('latin1');
      records.push([texts, whole, found.lines[i], found.offsets[i], found.problems[i]]);
    }
  }
  return { records, cuts, blankLines: reader.blankLines };
}

const elsewhere = ({ job }: OpenExtract) => new ThreadedBatches(launchScanner, job!);

async function expectTheSame(path: string, options: ReadingOptions = {}): Promise<number> {
  const [alone, beside] = [await openExtractFile(path, options), await openExtractFile(path, options)];
  const expected = await said(new BatchReader(alone.source, alone.understanding, SLOT_RECORDS), alone);
  const threaded = elsewhere(beside);
  const source = threaded.sourceLike(beside.source);
  expect(await said(threaded, beside)).toEqual(expected);
  expect([source.sha256(), source.warnings]).toEqual([alone.source.sha256(), alone.source.warnings]);
  return expected.records.length;
}

const ROWS = Array.from({ length: 60 }, (_, i) => `W${i},2026-01-${10 + (i % 20)},"Harbor, ${i}",${i / 4}`);
const table = (...rows: string[]) => ['worker,day,entity,hours', ...rows, ''].join('\n');

describe('records found in a thread', { timeout: MINUTE }, () => {
  it.each([
    ['quotes, line breaks inside them, blank lines', table('a,b,"c\n""d""",1', '', ...ROWS, ',,,', '"e",f,g,2')],
    ['a quote that is never closed', table(...ROWS, 'a,"b,c,1', ...ROWS)],
    ['rows too short and too long', table(...ROWS, 'a,b', 'a,b,c,d,e', ...ROWS)],
    ['bytes that are no UTF-8, and a NUL', Buffer.from(table(...ROWS, 'a,\xff,c,1', 'a,\0,c,1', ...ROWS), 'latin1')],
    ['a tail of zeros', Buffer.concat([Buffer.from(table(...ROWS)), Buffer.alloc(500)])],
    ['two bytes a letter', Buffer.from(`\ufeff${table(...ROWS, 'é,b,c,1')}`, 'utf16le')],
    ['packed', gzipSync(table(...ROWS))],
    ['a footer with a total', table(...ROWS, '', 'Total,,,442.5')],
  ])('are the same, with hash and warnings: %s', async (_, content) => {
    expect(await expectTheSame(file(content))).toBeGreaterThan(50);
  });

  it('are the same over many batches, more than there are slots', async () => {
    const rows = Array.from({ length: 90_000 }, (_, i) => `W${i % 700},2026-01-01,"Harbor ""${i}""",${i % 48}`);
    expect(await expectTheSame(file(table(...rows)))).toBe(90_000);
  });

  it('are the same for any text', async () => {
    const cell = fc.oneof(fc.constantFrom('', '"', 'a"b', '"a,b"', '"a\nb"', '"""', ' ', 'é'), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { maxLength: 30 }), async (rows) => {
        const content = table(...ROWS, ...rows.map((cells) => cells.join(',')));
        await expectTheSame(file(content), { header: 1, unsure: 'guess' });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('are refused as they would be here, once the file is seen to change', async () => {
    const path = file(table(...ROWS));
    const extract = await openExtractFile(path);
    writeFileSync(path, table(...ROWS, ...ROWS));
    const refusal = async (reader: Batches) => said(reader, extract).catch((error: unknown) => error);
    const here = (await refusal(new BatchReader(extract.source, extract.understanding))) as RefusedInput;
    const there = (await refusal(elsewhere(extract))) as RefusedInput;
    expect(there).toBeInstanceOf(RefusedInput);
    expect([there.code, there.message, there.place]).toEqual([here.code, here.message, here.place]);
  });
});

describe('a scanning thread that fails', () => {
  it('ends the reading with what went wrong, and is stopped', async () => {
    const extract = await openExtractFile(file(table(...ROWS)));
    let stopped = 0;
    const broken = (): ThreadChannel => ({
      post: () => undefined,
      onMessage: () => undefined,
      onError: (listener) => void setImmediate(() => listener(new Error('out of memory'))),
      stop: () => void stopped++,
    });
    await expect(said(new ThreadedBatches(broken, extract.job!), extract)).rejects.toThrow('out of memory');
    expect(stopped).toBe(1);
  });

  it('is stopped when nobody wants its records any more', async () => {
    const extract = await openExtractFile(file(table(...ROWS)));
    let stopped = 0;
    const counted = () => {
      const thread = launchScanner();
      const stop = () => {
        stopped++;
        thread.stop();
      };
      return { ...thread, stop };
    };
    for await (const batch of new ThreadedBatches(counted, extract.job!).batches()) {
      expect(batch.records.count).toBe(60);
      break;
    }
    expect(stopped).toBe(1);
  });
});
