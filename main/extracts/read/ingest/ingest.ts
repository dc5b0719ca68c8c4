import type { Notice } from '../../../contract/workspace.ts';
import type { LaborChunk } from '../../../facts/labor-chunk.ts';
import type { StaffingChunk } from '../../../facts/staffing-chunk.ts';
import type { RecordRow } from '../../../ports/store.ts';
import type { ReaderMessage, ReadingJob, ReadingSummary } from '../../messages.ts';
import type { ReadingPlan } from '../../plan.ts';
import type { Batch } from '../batches.ts';
import { columnNotices } from './column-notices.ts';
import { FooterTotal } from './footer-total.ts';
import { LaborKernel } from './labor-kernel.ts';
import { openExtract, planFor } from './opening.ts';
import type { Opening } from './opening.ts';
import { RecordKernel } from './record-kernel.ts';
import { RejectTally } from './reject-tally.ts';
import { StaffingKernel } from './staffing-kernel.ts';

type Send = (message: ReaderMessage) => Promise<void>;

/** Rejected rows are sent on when so many have gathered, even without a full chunk. */
const REJECTED_AT_ONCE = 5_000;

/** Reads a whole extract and sends it on as typed chunks. Throws InputRefused when it cannot be read at all. */
export async function ingest(job: ReadingJob, send: Send): Promise<ReadingSummary> {
  const opening = await openExtract(job);
  const { understanding, reader, source } = opening;
  let intake: Intake | null = null;
  const begin = async (first: Batch | null): Promise<Intake> => {
    const plan = planFor(opening, job.file, first);
    const started = intakeFor(plan, opening, send);
    const { kind, recipe } = { kind: plan.kind.id, recipe: opening.recipe };
    await send({
      type: 'started',
      kind,
      profile: opening.profile,
      confidence: opening.confidence,
      recipe,
      dimensions: started.kernel.dimensions,
      sheet: opening.sheet,
      size: source.container === 'gzip' ? 0 : source.size,
    });
    return started;
  };
  let skippedRows = 0;
  let records = 0;
  let total: FooterTotal | null = null;
  for await (const batch of reader.batches()) {
    intake ??= await begin(batch);
    const skipped = skippedRecords(batch, intake.plan.skipRows);
    const passed = skipped === null ? 0 : skipped.reduce((sum, one) => sum + one, 0);
    skippedRows += passed;
    records += batch.scanner.count - passed;
    intake.kernel.consume(batch.scanner, batch.bytes, skipped);
    total ??= new FooterTotal(understanding.footer, understanding.header.length, intake.kernel.numbers);
    total.add(batch.scanner, skipped);
    await intake.forward(batch.scanner.count, batch.scanner.offsets[batch.scanner.count - 1] ?? 0);
  }
  intake ??= await begin(null);
  await intake.finish(source.size);
  const warnings = [
    ...opening.warnings,
    ...source.warnings
      .filter((warning) => !opening.warnings.some((known) => known.code === warning.code))
      .map(({ code, message }) => ({ code, message })),
    ...intake.plan.notices,
    ...columnNotices(intake.kernel.coded, job.file),
    ...intake.warnings(job.file),
    ...intake.rejects.notices(records, job.file),
    ...(total?.notices(job.file) ?? []),
  ];
  if (records === 0 && !warnings.some(({ code }) => code === 'no_rows'))
    warnings.push({ code: 'no_rows', message: `${job.file} has a header but no rows.` });
  return {
    rowsRead: records,
    quarantined: intake.rejects.count,
    skipped: understanding.preambleLines + reader.scanner.blankLines + understanding.footerLines + skippedRows,
    sha256: source.sha256(),
    bytes: source.size,
    warnings,
  };
}

/** Marks the records whose text matches the recipe's `skip_rows_matching`. */
function skippedRecords({ bytes, scanner }: Batch, pattern: RegExp | null): Uint8Array | null {
  if (pattern === null) return null;
  const skipped = new Uint8Array(scanner.count);
  const text = new TextDecoder();
  for (let record = 0; record < scanner.count; record++) {
    if (pattern.test(text.decode(bytes.subarray(scanner.recordStarts[record], scanner.recordEnds[record]))))
      skipped[record] = 1;
  }
  return skipped;
}

/** A kernel with the way its output is sent. */
type Intake = {
  plan: ReadingPlan;
  kernel: Pick<LaborKernel, 'dimensions' | 'coded' | 'numbers' | 'consume'>;
  rejects: RejectTally;
  /** Sends what is ready, after so many records were consumed. */
  forward(records: number, bytes: number): Promise<void>;
  finish(bytes: number): Promise<void>;
  warnings(file: string): Notice[];
};

function intakeFor(plan: ReadingPlan, { understanding, reader }: Opening, send: Send): Intake {
  const columns = understanding.header.length;
  const capacity = reader.scanner.problems.length;
  switch (plan.kind.id) {
    case 'labor': {
      const chunks: LaborChunk[] = [];
      const kernel = new LaborKernel(plan, understanding, columns, (chunk) => void chunks.push(chunk), capacity);
      return chunkIntake(
        plan,
        kernel,
        chunks,
        (parts) => send({ type: 'labor', ...parts }),
        (file) => (plan.numbered ? [] : repeatedNotices(kernel.repeated, file)),
      );
    }
    case 'staffing': {
      const chunks: StaffingChunk[] = [];
      const kernel = new StaffingKernel(plan, understanding, columns, (chunk) => void chunks.push(chunk), capacity);
      return chunkIntake(
        plan,
        kernel,
        chunks,
        (parts) => send({ type: 'staffing', ...parts }),
        (file) =>
          kernel.unrestorable === 0
            ? []
            : [
                {
                  code: 'unknown_site',
                  message: `${kernel.unrestorable} rows of ${file} have no site, or a provider number that cannot be restored; they are kept at site "unknown" and never matched as duplicates.`,
                },
              ],
      );
    }
    default:
      return recordIntake(plan, understanding, { columns, capacity, send });
  }
}

function repeatedNotices(repeated: number, file: string): Notice[] {
  if (repeated === 0) return [];
  const rows = repeated === 1 ? `1 row of ${file} equals` : `${repeated} rows of ${file} equal`;
  return [
    {
      code: 'repeated_rows',
      message: `${rows} another row nearby in every column read; all were kept, since two equal punches can both be right.`,
    },
  ];
}

type Kernel = Pick<LaborKernel, 'dimensions' | 'coded' | 'numbers' | 'consume' | 'drain' | 'finish'>;
type ChunkParts<Chunk> = { chunk: Chunk | null; read: number; bytes: number } & ReturnType<LaborKernel['drain']>;

function chunkIntake<Chunk extends { rows: number }>(
  plan: ReadingPlan,
  kernel: Kernel,
  chunks: Chunk[],
  send: (parts: ChunkParts<Chunk>) => Promise<void>,
  warnings: Intake['warnings'],
): Intake {
  let waiting = 0;
  let read = 0;
  const intake: Intake = {
    plan,
    kernel,
    rejects: new RejectTally(),
    async forward(records, bytes) {
      waiting += records;
      if (chunks.length === 0 && waiting < REJECTED_AT_ONCE) return;
      waiting = 0;
      do {
        const chunk = chunks.shift() ?? null;
        const { codes, rejected } = kernel.drain();
        intake.rejects.add(rejected);
        read += chunk?.rows ?? 0;
        await send({ chunk, codes, rejected, read, bytes });
      } while (chunks.length > 0);
    },
    async finish(bytes) {
      kernel.finish();
      await intake.forward(REJECTED_AT_ONCE, bytes);
    },
    warnings,
  };
  return intake;
}

function recordIntake(
  plan: ReadingPlan,
  understanding: Opening['understanding'],
  { columns, capacity, send }: { columns: number; capacity: number; send: Send },
): Intake {
  const batches: RecordRow[][] = [];
  const kernel = new RecordKernel(plan, understanding, columns, (rows) => void batches.push(rows), capacity);
  let read = 0;
  const intake: Intake = {
    plan,
    kernel,
    rejects: new RejectTally(),
    async forward(_, bytes) {
      do {
        const rows = batches.shift() ?? [];
        const { rejected } = kernel.drain();
        if (rows.length === 0 && rejected.length === 0) return;
        intake.rejects.add(rejected);
        read += rows.length;
        await send({ type: 'records', rows, rejected, read, bytes });
      } while (batches.length > 0);
    },
    async finish(bytes) {
      kernel.finish();
      await intake.forward(0, bytes);
    },
    warnings: () => [],
  };
  return intake;
}
