import type { Statements } from './statements.ts';

export function loadSetting(sql: Statements, key: string): string | null {
  return (sql.of('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined) ?? null;
}

export function saveSetting(sql: Statements, key: string, value: string): void {
  sql
    .of('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value);
}
