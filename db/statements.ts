import type { Database, Statement } from 'better-sqlite3';

/** Compiles each SQL text once per connection. */
export class Statements {
  private readonly compiled = new Map<string, Statement>();

  constructor(readonly db: Database) {}

  of(sql: string): Statement {
    let statement = this.compiled.get(sql);
    if (!statement) this.compiled.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }
}
