import { join } from 'node:path';
import { runNode } from './child.ts';
import { generateLabor, generateLoads } from './generate.ts';
import { openDuckDb, readCsv } from './peers/duckdb.ts';
import type { DuckDb } from './peers/duckdb.ts';
import { commandLine } from './places.ts';
import type { Settings } from './result.ts';

/** The same rows on both sides: an extract, a workspace of it (with loads) and a DuckDB file. */
export type Data = { scratch: string; csv: string; workspace: string; duckFile: string };

export async function prepareData(scratch: string, settings: Settings): Promise<Data> {
  const data = {
    scratch,
    csv: join(scratch, 'labor.csv'),
    workspace: join(scratch, 'bench.muster'),
    duckFile: join(scratch, 'bench.duckdb'),
  };
  const loads = join(scratch, 'loads.csv');
  generateLabor(data.csv, settings);
  generateLoads(loads);
  await runNode([commandLine, 'import', data.csv, loads, '--into', data.workspace], scratch);
  const duck = await openDuckDb(data.duckFile);
  await duck.run(`create table labor as select * from ${readCsv(data.csv)}`);
  await duck.run('checkpoint');
  duck.close();
  return data;
}

/** DuckDB over the raw rows, open for questions. */
export function openPeer(data: Data): Promise<DuckDb> {
  return openDuckDb(data.duckFile);
}
