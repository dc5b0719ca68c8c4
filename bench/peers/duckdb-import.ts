/** A process of its own: CSV to a DuckDB table, or to Parquet. Prints the seconds without the start of Node. */
import { openDuckDb, readCsv } from './duckdb.ts';

const [kind, csv, out] = process.argv.slice(2) as [string, string, string];
const started = performance.now();
const duck = await openDuckDb(kind === 'table' ? out : ':memory:');
if (kind === 'table') {
  await duck.run(`create table labor as select * from ${readCsv(csv)}`);
  await duck.run('checkpoint');
} else await duck.run(`copy (select * from ${readCsv(csv)}) to '${out}' (format parquet)`);
duck.close();
process.stdout.write(String((performance.now() - started) / 1000));
