import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputRefused } from '../../main/contract/errors.ts';
import { contentOf } from '../support/content.ts';
import { filledWorkspace } from '../support/filled.ts';
import { testFolder } from '../support/folder.ts';
import { openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const SEED = 20_260_930;
let original: string;
let copies = 0;

beforeAll(async () => {
  original = await filledWorkspace(folder);
});

/** What `check` says of a file, as the command line runs it. */
function check(path: string): string[] {
  try {
    const workspace = openWorkspace(path, { mode: 'read' });
    try {
      return workspace.check().map(({ code }) => code);
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (error instanceof InputRefused) return [error.code];
    throw error;
  }
}

function changed(change: (path: string) => void): string {
  const path = join(folder, `copy-${++copies}.muster`);
  copyFileSync(original, path);
  change(path);
  return path;
}

const afterSql = (sql: string) =>
  check(
    changed((path) => {
      const db = new BetterSqlite(path);
      db.exec(sql);
      db.close();
    }),
  );

/** Uniform whole numbers below a limit, the same for every run. */
function* positions(limit: number): Generator<number, never> {
  for (let state = SEED; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 2 ** 32) * limit);
  }
}

describe('the check of a workspace', () => {
  it('finds nothing wrong with one that is whole', () => {
    expect(check(original)).toEqual([]);
  });

  it('finds each of sixty flipped bytes that change its content', { timeout: 60_000 }, () => {
    const bytes = readFileSync(original);
    const content = contentOf(original);
    const at = positions(bytes.length);
    const missed: number[] = [];
    let harmful = 0;
    for (let tries = 0; harmful < 60 && tries < 2_000; tries++) {
      const offset = at.next().value;
      const path = changed((copy) => {
        const flipped = Buffer.from(bytes);
        flipped[offset] ^= 1 << (tries % 8);
        writeFileSync(copy, flipped);
      });
      if (contentOf(path) === content) continue;
      harmful++;
      if (check(path).length === 0) missed.push(offset);
    }
    expect(harmful, `seed ${SEED}`).toBe(60);
    expect(missed, `seed ${SEED}`).toEqual([]);
  });

  it('finds a change in every table, whichever it is', () => {
    const changes: Record<string, string> = {
      worker_type: "UPDATE worker_type SET worker_class = 'internal' WHERE code = 'agency'",
      pay_code: "UPDATE pay_code SET pay_class = 'regular' WHERE code = 'ZB1'",
      worker: "UPDATE worker SET worker_id = 'W999' WHERE id = 3",
      tuple: "UPDATE tuple SET codes = replace(codes, 'Main', 'Mean')",
      record_set: 'UPDATE record_set SET place = place + 1',
      site_name: "UPDATE site_name SET name = 'Oak House'",
      batch: "UPDATE batch SET file = 'other.csv' WHERE id = 2",
      quarantine: "UPDATE quarantine SET value = 'ok'",
      chunk: 'UPDATE chunk SET status = NULL',
      roster: "UPDATE roster SET name = 'Zoe'",
      invoices: 'UPDATE invoices SET amount = amount + 1',
      entities: 'UPDATE entities SET fiscal_year_start = 1',
      loads: 'UPDATE loads SET fixed_load = 0.13',
      volumes: 'UPDATE volumes SET value = 311',
      audit: "UPDATE audit SET detail = '{}' WHERE seq = 2",
      setting: "DELETE FROM setting WHERE key = 'content_hash'",
      rollup: "UPDATE rollup SET data = zeroblob(length(data)) WHERE name = 'cells'",
    };
    for (const [table, sql] of Object.entries(changes)) expect(afterSql(sql), table).not.toEqual([]);
  });

  it('finds facts that were changed, swapped or taken away', () => {
    expect(
      afterSql(
        'UPDATE chunk SET data = (SELECT data FROM chunk AS other WHERE other.id <> chunk.id AND other.fact = chunk.fact LIMIT 1) WHERE id = 1',
      ),
    ).toContain('chunk_damaged');
    expect(afterSql('DELETE FROM chunk WHERE id = 2')).toContain('content_changed');
  });

  it('finds stored sums that are not those of the facts, even where their hash was made to fit', () => {
    const path = changed((copy) => {
      const workspace = openWorkspace(copy);
      const { store } = workspace;
      const publishSums = store.chunks('labor').map(({ id }) => id);
      expect(publishSums.length).toBeGreaterThan(0);
      workspace.close();
      const [one, other] = [new BetterSqlite(copy), new BetterSqlite(original, { readonly: true })];
      const { data, sha256 } = other
        .prepare("SELECT data, sha256 FROM rollup WHERE name = 'worker_months.start'")
        .get() as { data: Uint8Array; sha256: string };
      one.prepare("UPDATE rollup SET data = ?, sha256 = ? WHERE name = 'cells.start'").run(data, sha256);
      one.close();
      other.close();
    });
    expect(check(path)).toEqual(['rollup_differs']);
  });
});

describe('the history of a workspace', () => {
  it('shows every import, undo and mapping, in order', () => {
    const db = new BetterSqlite(original, { readonly: true });
    expect(db.prepare('SELECT action FROM audit ORDER BY seq').pluck().all()).toEqual([
      ...Array.from({ length: 9 }, () => 'import'),
      'undo',
      'map_pay_code',
    ]);
    db.close();
  });

  it('takes several decisions in together or not at all', () => {
    const workspace = openWorkspace(join(folder, 'together.muster'));
    const { store } = workspace;
    store.setSettings({ first: '1', second: '1' });
    const broken = { first: '2', second: null } as unknown as Record<string, string>;
    expect(() => store.setSettings(broken)).toThrow();
    expect([store.setting('first'), store.setting('second')]).toEqual(['1', '1']);
    expect(workspace.check()).toEqual([]);
    workspace.close();
  });

  it('shows what was decided, by whom, and stays whole with it, also where nothing was imported yet', () => {
    for (const path of [changed(() => undefined), join(folder, 'new.muster')]) {
      const workspace = openWorkspace(path);
      workspace.store.setSettings({ 'assumption:days_to_fill': '{"low":40,"high":60}' });
      workspace.close();
      const db = new BetterSqlite(path, { readonly: true });
      const [last] = db.prepare('SELECT action, detail FROM audit ORDER BY seq DESC').all() as Record<string, string>[];
      db.close();
      expect(last['action']).toBe('set');
      expect(JSON.parse(last['detail'])).toMatchObject({
        setting: 'assumption:days_to_fill',
        value: '{"low":40,"high":60}',
        by: expect.anything() as unknown,
      });
      expect(check(path)).toEqual([]);
    }
  });

  it('cannot be changed, swapped, cut short or added to unnoticed', () => {
    const tampering = [
      "UPDATE audit SET action = 'import' WHERE action = 'undo'",
      "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE seq = 1",
      'DELETE FROM audit WHERE seq = 5',
      'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)',
      'DELETE FROM audit WHERE seq = 1',
      'DELETE FROM audit',
      'UPDATE audit SET seq = seq + 100',
      'UPDATE audit SET seq = 0 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 0',
      'INSERT INTO audit SELECT max(seq) + 1, at, action, detail, hash, hash FROM audit',
    ];
    for (const sql of tampering) expect(afterSql(sql), sql).toContain('history_changed');
  });

  it('cannot be changed by someone who writes the hash anew either: the next entry holds the old one', () => {
    const path = changed((copy) => {
      const db = new BetterSqlite(copy);
      const row = db.prepare('SELECT seq, at, action, detail, previous FROM audit WHERE seq = 4').get() as Record<
        string,
        unknown
      >;
      const detail = '{"batch":4,"sha256":"0"}';
      const hash = createHash('sha256')
        .update(JSON.stringify([row['seq'], row['at'], row['action'], detail, row['previous']]))
        .digest('hex');
      db.prepare('UPDATE audit SET detail = ?, hash = ? WHERE seq = 4').run(detail, hash);
      db.close();
    });
    expect(check(path)).toEqual(['history_changed']);
  });
});
