import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../child.ts';
import type { ChildRun } from '../child.ts';
import { generateLabor } from '../generate.ts';
import { commandLine, removeDatabase } from '../places.ts';
import type { Data } from '../prepare.ts';
import type { Report, Result, Settings } from '../result.ts';
import { interleave, ratioOf, spreadOf } from '../rounds.ts';

const peer = (name: string) => join(import.meta.dirname, '..', 'peers', name);

/** Measures 1 to 5: whole processes, from their start to their end, each into a new file. */
export async function measureImport({ scratch, csv }: Data, settings: Settings): Promise<Report> {
  const small = join(scratch, 'labor-tenth.csv');
  generateLabor(small, { ...settings, rows: Math.round(settings.rows / 10) });
  const out = (name: string) => join(scratch, name);
  const runs = { ours: [] as OurRun[], tenth: [] as OurRun[], table: [] as number[] };
  const seconds = await interleave(settings.rounds, {
    ours: async () => wallOf(runs.ours, await importOurs(csv, out('import.muster'))),
    table: async () => {
      const run = await importPeer('duckdb-import.ts', out('import.duckdb'), ['table', csv]);
      runs.table.push(Number(run.output));
      return run.wall;
    },
    parquet: async () => (await importPeer('duckdb-import.ts', out('import.parquet'), ['parquet', csv])).wall,
    rows: async () => (await importPeer('rows-import.ts', out('import.sqlite'), [csv])).wall,
    tenth: async () => wallOf(runs.tenth, await importOurs(small, out('import-tenth.muster'))),
  });
  const inner = runs.ours.map((run) => run.seconds);
  const size = `${settings.rows.toLocaleString('en')} rows`;
  const side = (values: readonly number[]) => `${spreadOf(values).median.toFixed(2)} s`;
  const against = (number: string, name: string, values: readonly number[], value: number | null): Result => ({
    number,
    measure: `durable import with rollups and checked backup: ${name} ÷ ours`,
    size,
    ratio: ratioOf(values, seconds.ours),
    target: value === null ? null : { kind: 'at least', value },
    context: `${name} ${side(values)}, ours ${side(seconds.ours)}`,
  });
  const ratios: Result[] = [
    against('1', 'DuckDB `create table as`', seconds.table, 2.5),
    {
      number: '1a',
      measure: 'the same without the start of Node on both sides and without our start, opening and checked backup',
      size,
      ratio: ratioOf(runs.table, inner),
      target: null,
      context: `DuckDB ${side(runs.table)}, ours ${side(inner)}; start, opening and backup ${side(seconds.ours.map((wall, i) => wall - inner[i]))}`,
    },
    against('2', 'DuckDB CSV → Parquet', seconds.parquet, 1.2),
    against('3', 'PapaParse and better-sqlite3 row inserts', seconds.rows, 3),
  ];
  return {
    results: [
      ...ratios,
      peakMemory(runs.ours, runs.tenth, size),
      fileSizes(out('import.muster'), out('import.duckdb'), size),
    ],
    checks: runs.ours.map(({ accepted }, round) => ({
      what: `rows imported, round ${round + 1}`,
      ours: String(accepted),
      peer: String(settings.rows),
      equal: accepted === settings.rows,
    })),
    notes: [],
  };
}

type OurRun = ChildRun & { seconds: number; accepted: number };

/** `seconds` is what the import itself reports: from the start of the reader to the publication on the disk. */
async function importOurs(from: string, to: string): Promise<OurRun> {
  removeDatabase(to);
  const run = await runNode([commandLine, 'import', from, '--into', to, '--json'], join(to, '..'));
  const [file] = (JSON.parse(run.output) as { files: { seconds: number; accepted: number }[] }).files;
  return { ...run, seconds: file.seconds, accepted: file.accepted };
}

function importPeer(script: string, to: string, words: readonly string[]): Promise<ChildRun> {
  removeDatabase(to);
  return runNode([peer(script), ...words, to], join(to, '..'));
}

function wallOf(runs: OurRun[], run: OurRun): number {
  runs.push(run);
  return run.wall;
}

function peakMemory(full: readonly ChildRun[], tenth: readonly ChildRun[], size: string): Result {
  const [of, under] = [full, tenth].map((runs) => runs.flatMap(({ peakMb }) => (peakMb === null ? [] : [peakMb])));
  const measured = of.length === full.length && under.length === tenth.length;
  return {
    number: '4',
    measure: 'import peak memory, command line and reader together ÷ the same for a tenth of the rows, same workforce',
    size,
    ratio: measured ? ratioOf(of, under) : null,
    target: { kind: 'at most', value: 1.25 },
    context: measured
      ? `${spreadOf(of).median.toFixed(0)} MB and ${spreadOf(under).median.toFixed(0)} MB`
      : 'this system does not tell the peak memory of a process',
  };
}

function fileSizes(ours: string, peerFile: string, size: string): Result {
  const [a, b] = [statSync(ours).size, statSync(peerFile).size];
  return {
    number: '5',
    measure: 'workspace ÷ DuckDB file, same rows',
    size,
    ratio: spreadOf([a / b]),
    target: { kind: 'at most', value: 1.6 },
    context: `${(a / 1e6).toFixed(1)} MB and ${(b / 1e6).toFixed(1)} MB; the backup beside the workspace is as large again`,
  };
}
