/** A process of its own: what a program does that parses with PapaParse and inserts row by row into SQLite. */
import { createReadStream } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import papa from 'papaparse';

const [csv, out] = process.argv.slice(2) as [string, string];
const started = performance.now();
const db = new BetterSqlite(out);
db.pragma('journal_mode = wal');
db.pragma('synchronous = normal');
db.exec(
  'CREATE TABLE labor (worker_id TEXT, work_date TEXT, entity TEXT, site TEXT, unit TEXT, job_code TEXT, worker_type TEXT, supplier TEXT, pay_code TEXT, hours REAL, cost REAL) STRICT',
);
const insert = db.prepare('INSERT INTO labor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
db.exec('BEGIN');
await new Promise<void>((resolve, reject) => {
  papa.parse<string[]>(createReadStream(csv), {
    header: false,
    skipFirstNLines: 1,
    chunk: ({ data }) => {
      for (const row of data)
        if (row.length === 11)
          insert.run(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            row[6],
            row[7],
            row[8],
            Number(row[9]),
            Number(row[10]),
          );
    },
    complete: () => resolve(),
    error: reject,
  });
});
db.exec('COMMIT');
db.pragma('synchronous = full');
db.pragma('wal_checkpoint(TRUNCATE)');
db.close();
process.stdout.write(String((performance.now() - started) / 1000));
