import type { Tuple } from '../main/facts/tuple-table.ts';
import type { DictionaryAdditions, StoredPayCode, StoredRecordSet, StoredWorkerType } from '../main/ports/store.ts';
import type { Statements } from './statements.ts';

export function loadTuples(sql: Statements): Tuple[] {
  return (sql.of('SELECT codes FROM tuple ORDER BY id').pluck().all() as string[]).map(
    (codes) => JSON.parse(codes) as Tuple,
  );
}

export function loadWorkers(sql: Statements): string[] {
  return sql.of('SELECT worker_id FROM worker ORDER BY id').pluck().all() as string[];
}

export function loadWorkerName(sql: Statements, id: number): string {
  return sql.of('SELECT worker_id FROM worker WHERE id = ?').pluck().get(id) as string;
}

export function loadPayCodes(sql: Statements): StoredPayCode[] {
  return (
    sql.of('SELECT id, code, pay_class FROM pay_code ORDER BY id').all() as {
      id: number;
      code: string;
      pay_class: StoredPayCode['payClass'];
    }[]
  ).map(({ id, code, pay_class }) => ({ id, code, payClass: pay_class }));
}

export function updatePayClass(sql: Statements, id: number, payClass: StoredPayCode['payClass']): void {
  sql.of('UPDATE pay_code SET pay_class = ? WHERE id = ?').run(payClass, id);
}

export function loadRecordSets(sql: Statements): StoredRecordSet[] {
  return (sql.of('SELECT place, jobs FROM record_set ORDER BY id').all() as { place: number; jobs: string }[]).map(
    ({ place, jobs }) => ({
      place,
      jobs: JSON.parse(jobs) as string[],
    }),
  );
}

export function loadSiteNames(sql: Statements): Map<string, string> {
  return new Map(sql.of('SELECT site, name FROM site_name').raw().all() as [string, string][]);
}

export function loadWorkerTypes(sql: Statements): StoredWorkerType[] {
  return sql
    .of('SELECT code, label, worker_class AS workerClass FROM worker_type ORDER BY position')
    .all() as StoredWorkerType[];
}

export function insertWorkerTypes(sql: Statements, types: readonly StoredWorkerType[]): void {
  const insert = sql.of('INSERT INTO worker_type (position, code, label, worker_class) VALUES (?, ?, ?, ?)');
  types.forEach((type, position) => insert.run(position, type.code, type.label, type.workerClass));
}

/** Ids follow on from those stored, so that they equal positions in the domain's tables. */
export function insertAdditions(sql: Statements, additions: DictionaryAdditions): void {
  const tuple = sql.of('INSERT INTO tuple (id, codes) VALUES (?, ?)');
  const tuples = sql.of('SELECT coalesce(max(id) + 1, 0) FROM tuple').pluck().get() as number;
  additions.tuples.forEach((codes, i) => tuple.run(tuples + i, JSON.stringify(codes)));
  const worker = sql.of('INSERT INTO worker (id, worker_id) VALUES (?, ?)');
  const workers = sql.of('SELECT coalesce(max(id) + 1, 0) FROM worker').pluck().get() as number;
  additions.workers.forEach((name, i) => worker.run(workers + i, name));
  // Pay code 0 is that of aggregate hours.
  const payCode = sql.of(
    'INSERT INTO pay_code (id, code, pay_class) SELECT coalesce(max(id), 0) + 1, ?, ? FROM pay_code',
  );
  for (const { code, payClass } of additions.payCodes) payCode.run(code, payClass);
  const recordSet = sql.of(
    'INSERT INTO record_set (id, place, jobs) SELECT coalesce(max(id) + 1, 0), ?, ? FROM record_set',
  );
  for (const { place, jobs } of additions.recordSets) recordSet.run(place, JSON.stringify(jobs));
  const siteName = sql.of(
    'INSERT INTO site_name (site, name) VALUES (?, ?) ON CONFLICT (site) DO UPDATE SET name = excluded.name',
  );
  for (const [site, name] of additions.siteNames) siteName.run(site, name);
}
