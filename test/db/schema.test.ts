import BetterSqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { RECORD_TABLES } from '../../db/facts/records.ts';
import { selectChunks } from '../../db/facts/chunks.ts';
import { APPLICATION_ID, migrate, readSchema, schemaOf, versionOf, WORKSPACE_VERSION } from '../../db/migrate.ts';
import { selectQuarantine } from '../../db/quarantine.ts';
import { Statements } from '../../db/statements.ts';
import type { ColumnType } from '../../main/extracts/kinds/kind.ts';
import { KINDS } from '../../main/extracts/kinds/registry.ts';

/** Kinds that become columnar facts. */
const FACTS = ['labor', 'staffing'];
/** Columns that are called otherwise in SQL, where the name is a keyword or says too little beside other columns. */
const RENAMED: Record<string, string> = {
  'invoices status': 'status_of_invoice',
  'credentials status': 'status_of_credential',
  'spells left': 'has_left',
  'spells unit': 'time_unit',
};
const SQL_TYPES: Record<ColumnType, string[]> = {
  code: ['TEXT'],
  text: ['TEXT'],
  worker_type: ['TEXT'],
  choice: ['TEXT'],
  day: ['INTEGER'],
  hours: ['INTEGER'],
  money: ['INTEGER'],
  number: ['REAL'],
  duration: ['REAL'],
  flag: ['INTEGER'],
};

function emptyWorkspace(): BetterSqlite.Database {
  const db = new BetterSqlite(':memory:');
  migrate(db);
  return db;
}

describe('the schema of a workspace', () => {
  it('is made from empty, and marked with its version and as ours', () => {
    const db = emptyWorkspace();
    expect(versionOf(db)).toBe(WORKSPACE_VERSION);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(readSchema(db)).toEqual(schemaOf(WORKSPACE_VERSION, {}));
  });

  it('does not change when it is brought up to date again', () => {
    const db = emptyWorkspace();
    const before = readSchema(db);
    migrate(db);
    expect(readSchema(db)).toEqual(before);
  });

  it('stays at the version before when a step fails: its tables and its number go together', () => {
    const db = new BetterSqlite(':memory:');
    db.exec('CREATE TABLE worker (id INTEGER)');
    expect(() => migrate(db)).toThrow(/worker already exists/);
    expect(versionOf(db)).toBe(0);
    expect([...readSchema(db).keys()]).toEqual(['table worker']);
  });

  it('has strict tables only', () => {
    const tables = emptyWorkspace().pragma('table_list') as { name: string; strict: number; type: string }[];
    for (const { name, strict } of tables.filter((table) => !table.name.startsWith('sqlite_')))
      expect(strict, name).toBe(1);
  });

  it('has a table for every kind that is stored row by row, column by column as the kind has them', () => {
    expect(Object.keys(RECORD_TABLES).sort()).toEqual([...KINDS.keys()].filter((kind) => !FACTS.includes(kind)).sort());
    const db = emptyWorkspace();
    for (const [table, columns] of Object.entries(RECORD_TABLES)) {
      const kind = KINDS.get(table)!;
      expect(columns, table).toEqual(kind.columns.map(({ name }) => RENAMED[`${table} ${name}`] ?? name));
      const stored = db.pragma(`table_info(${table})`) as { name: string; type: string }[];
      const typeOf = new Map(stored.map(({ name, type }) => [name, type]));
      kind.columns.forEach(({ type }, i) =>
        expect(SQL_TYPES[type], `${table}.${columns[i]}`).toContain(typeOf.get(columns[i])),
      );
      expect([...typeOf.keys()].sort()).toEqual(
        ['id', 'batch', 'line', 'key', 'status', 'attributes', ...columns].sort(),
      );
    }
  });
});

describe('the questions asked again and again', () => {
  /** The plan of every statement that some work prepares. */
  function plansOf(work: (sql: Statements) => void): string[] {
    const db = emptyWorkspace();
    const asked: string[] = [];
    const sql = new Statements(db);
    const of = sql.of.bind(sql);
    sql.of = (text) => {
      asked.push(text);
      return of(text);
    };
    work(sql);
    return asked.map((text) => {
      const named = [...text.matchAll(/[@:$](\w+)/g)].map(([, name]) => name);
      const bound =
        named.length > 0
          ? [Object.fromEntries(named.map((name) => [name, 1]))]
          : (text.match(/\?\d*/g) ?? []).map(() => 1);
      return (db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...bound) as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    });
  }

  it('find chunks by their days, without scanning them', () => {
    const [plan] = plansOf((sql) => selectChunks(sql, 'labor', { firstDay: 1, lastDay: 2 }));
    expect(plan).toMatch(/SEARCH chunk USING (COVERING )?INDEX chunk_(days|batch)/);
    expect(plan).not.toMatch(/SCAN chunk(?! USING COVERING)/);
  });

  it('find rejected rows in their order by the index, without sorting them', () => {
    for (const plan of plansOf((sql) => selectQuarantine(sql, 1, { offset: 0, limit: 10 }))) {
      expect(plan).toMatch(/USING (COVERING )?INDEX quarantine_batch/);
      expect(plan).not.toMatch(/TEMP B-TREE/);
    }
  });

  it('find a file that is already there by its content', () => {
    const db = emptyWorkspace();
    const plan = db
      .prepare("EXPLAIN QUERY PLAN SELECT id FROM batch WHERE state = 'published' AND sha256 = ? AND recipe_hash = ?")
      .all('a', 'b') as { detail: string }[];
    expect(plan[0].detail).toMatch(/SEARCH batch USING .*INDEX batch_content \(sha256=\? AND recipe_hash=\?\)/);
  });
});
