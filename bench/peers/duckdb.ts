import { DuckDBInstance } from '@duckdb/node-api';

const COLUMNS = `{'worker_id':'VARCHAR','work_date':'DATE','entity':'VARCHAR','site':'VARCHAR','unit':'VARCHAR','job_code':'VARCHAR','worker_type':'VARCHAR','supplier':'VARCHAR','pay_code':'VARCHAR','hours':'DECIMAL(9,2)','cost':'DECIMAL(12,2)'}`;

/** Types are given, so that DuckDB need not guess them. */
export function readCsv(path: string): string {
  return `read_csv('${path}', header = true, delim = ',', quote = '"', columns = ${COLUMNS})`;
}

export type DuckDb = { rows(sql: string): Promise<unknown[][]>; run(sql: string): Promise<void>; close(): void };

export async function openDuckDb(path: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
    run: async (sql) => void (await connection.run(sql)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
