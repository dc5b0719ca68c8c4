import { BatchReader, type Batch } from './batches.ts';
import { dialectBytes } from './dialect/dialect.ts';
import { fieldText } from './field-text.ts';
import { openExtractFile } from './open-extract.ts';
import { problemName, RecordProblem } from './scanning/problem.ts';
import { RecordReader } from './scanning/record.ts';
import type { Source } from './source.ts';
import type { ReadingOptions, Understanding } from './understanding.ts';

const RECORDS_AT_A_TIME = 2048;

/** One data row as text. */
export interface TableRecord {
  /** Every cell the row has: fewer than the header if it is short, more if it is long. */
  cells: string[];
  /** Physical line, 1-based, where the row starts. */
  line: number;
  /** Reason code of what is odd, else null. */
  problem: string | null;
}

/** An extract opened for reading row by row. */
export interface Table {
  understanding: Understanding;
  source: Source;
  /** Line breaks after the data where another table ends it; known once all records have been read. */
  linesAfter(): number;
  /** To be called once. Throws RefusedInput as the source does. */
  records(): AsyncGenerator<TableRecord, void, void>;
}

/** Understands an extract and opens it. For previews and small extracts: a string is made of every cell. */
export async function openTable(path: string, options: ReadingOptions = {}): Promise<Table> {
  const { understanding, source } = await openExtractFile(path, options);
  const reader = new BatchReader(source, understanding, RECORDS_AT_A_TIME);
  const careful = new RecordReader({
    dialect: dialectBytes(understanding),
    columns: understanding.header.length,
    trailingDelimiter: understanding.trailingDelimiter,
  });

  async function* records(): AsyncGenerator<TableRecord, void, void> {
    for await (const batch of reader.batches()) {
      for (let i = 0; i < batch.scanner.count; i++) yield recordOf(batch, i);
    }
  }

  function recordOf({ bytes, scanner }: Batch, i: number): TableRecord {
    const columns = understanding.header.length;
    const code = scanner.problems[i];
    const line = scanner.lines[i];
    const cells: string[] = [];
    if (code === RecordProblem.none) {
      for (let slot = i * columns; slot < (i + 1) * columns; slot++) {
        cells.push(fieldText(bytes, scanner.starts[slot], scanner.ends[slot], scanner.escaped[slot], understanding));
      }
      return { cells, line, problem: null };
    }
    // The scanner keeps as many fields as there are columns; an odd row is shown with all it has.
    careful.read(bytes, scanner.recordStarts[i], scanner.recordEnds[i], true);
    const { fields, starts, ends, escaped } = careful.reading;
    for (let f = 0; f < fields; f++) cells.push(fieldText(bytes, starts[f], ends[f], escaped[f], understanding));
    return { cells, line, problem: problemName(code) };
  }

  return { understanding, source, linesAfter: () => reader.linesAfter, records };
}
