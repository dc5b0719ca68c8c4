import BetterSqlite from 'better-sqlite3';
import { copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputRefused } from '../../main/contract/errors.ts';
import { contentOf } from '../support/content.ts';
import { filledWorkspace } from '../support/filled.ts';
import { testFolder } from '../support/folder.ts';
import { allFigures, hashOf } from '../support/snapshot.ts';
import { openWorkspace } from '../support/workspace.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
let original: string;
let copies = 0;

beforeAll(async () => {
  original = await filledWorkspace(folder);
});

/** A copy of the filled workspace, changed behind the program's back. */
function changed(change: (path: string) => void): string {
  const path = join(folder, `copy-${++copies}.muster`);
  copyFileSync(original, path);
  change(path);
  return path;
}

const withSql = (sql: string) => (path: string) => {
  const db = new BetterSqlite(path);
  db.exec(sql);
  db.close();
};

/** Uses a workspace as every command does: opens it, looks at all figures and checks it. */
function use(path: string, mode: 'read' | 'write'): { code: string; message: string }[] {
  const workspace = openWorkspace(path, { mode });
  try {
    allFigures(workspace);
    return workspace.check();
  } finally {
    workspace.close();
  }
}

function refusal(path: string, mode: 'read' | 'write'): string {
  try {
    const findings = use(path, mode);
    return findings.length > 0 ? `found ${findings[0].code}` : 'opened';
  } catch (error) {
    if (error instanceof InputRefused) return error.code;
    throw error;
  }
}

const expectUntouched = (path: string, code: string) => {
  const before = hashOf(path);
  for (const mode of ['read', 'write'] as const)
    expect({ mode, code: refusal(path, mode), bytes: hashOf(path) }).toEqual({ mode, code, bytes: before });
};

describe('opening a workspace', () => {
  it('makes a new one where there is none, for its owner alone, and never to read', () => {
    const path = join(folder, 'new.muster');
    expect(refusal(path, 'read')).toBe('no_workspace');
    openWorkspace(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(use(path, 'read')).toEqual([]);
  });

  it('reads without changing a byte', () => {
    const path = changed(() => undefined);
    const before = hashOf(path);
    expect(use(path, 'read')).toEqual([]);
    expect(hashOf(path)).toBe(before);
  });

  it('sets what is needed for safe writing', () => {
    const path = changed(() => undefined);
    const workspace = openWorkspace(path);
    const other = new BetterSqlite(path, { readonly: true });
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
    other.close();
    workspace.close();
    const atRest = new BetterSqlite(path, { readonly: true });
    expect(atRest.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(atRest.pragma('page_size', { simple: true })).toBe(16_384);
    atRest.close();
  });

  it('is refused to a second writer, but not to a reader', () => {
    const path = changed(() => undefined);
    const first = openWorkspace(path);
    expect(refusal(path, 'write')).toBe('locked_workspace');
    expect(refusal(path, 'read')).toBe('opened');
    first.close();
    expect(refusal(path, 'write')).toBe('opened');
  });

  it('is refused while another program holds the file', { timeout: 30_000 }, () => {
    const path = changed(() => undefined);
    const other = new BetterSqlite(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(refusal(path, 'write')).toBe('locked_workspace');
    expect(refusal(path, 'read')).toBe('locked_workspace');
    other.exec('ROLLBACK');
    other.close();
  });
});

describe('a file that is no workspace', () => {
  it('is refused and left as it is', () => {
    const text = join(folder, 'text.muster');
    writeFileSync(text, 'worker_id,hours\n1,2\n');
    expectUntouched(text, 'not_a_workspace');
    const random = join(folder, 'random.muster');
    writeFileSync(
      random,
      Uint8Array.from({ length: 40_000 }, (_, i) => Math.imul(i + 1, 2_654_435_761) >>> 24),
    );
    expectUntouched(random, 'not_a_workspace');
    const directory = join(folder, 'folder.muster');
    mkdirSync(directory);
    for (const mode of ['read', 'write'] as const) expect(refusal(directory, mode)).toBe('not_a_workspace');
  });

  it('but another program’s database is refused and left as it is', () => {
    const path = join(folder, 'foreign.muster');
    withSql('CREATE TABLE batch (id INTEGER PRIMARY KEY); INSERT INTO batch VALUES (1)')(path);
    expectUntouched(path, 'foreign_file');
  });

  it('any more, because it runs foreign SQL, is refused and left as it is', () => {
    expectUntouched(
      changed(withSql('CREATE TRIGGER t AFTER INSERT ON batch BEGIN DELETE FROM worker; END')),
      'foreign_file',
    );
    expectUntouched(changed(withSql('CREATE VIEW v AS SELECT * FROM worker')), 'foreign_file');
    expectUntouched(changed(withSql('CREATE TABLE notes (text TEXT)')), 'foreign_file');
  });
});

describe('a workspace of a newer program', () => {
  it('is refused by its number and left as it is', () => {
    const path = changed(withSql('PRAGMA user_version = 9'));
    expectUntouched(path, 'newer_workspace');
    expect(() => use(path, 'read')).toThrow(/version 9; this program knows up to 1/);
  });
});

describe('a damaged workspace', () => {
  const PAGE = 16_384;
  const overwrite = (offset: number, bytes: Uint8Array) => (path: string) => {
    const content = readFileSync(path);
    content.set(bytes, offset);
    writeFileSync(path, content);
  };

  it('is refused when its schema is gone, and left as it is', () => {
    expectUntouched(changed(overwrite(100, new Uint8Array(PAGE - 100))), 'damaged_workspace');
    expectUntouched(changed(overwrite(16, new Uint8Array(16).fill(255))), 'damaged_workspace');
    expectUntouched(changed(withSql('DROP TABLE loads')), 'damaged_workspace');
  });

  it('is not computed from: sums whose content is not what was stored are refused', () => {
    for (const name of ['cells', 'cells.start', 'worker_months', 'regular_pay', 'overtime_pay', 'records']) {
      const path = changed(withSql(`UPDATE rollup SET data = zeroblob(length(data)) WHERE name = '${name}'`));
      const workspace = openWorkspace(path, { mode: 'read' });
      expect(() => allFigures(workspace), name).toThrow(expect.objectContaining({ code: 'damaged_workspace' }));
      workspace.close();
    }
  });

  it('is refused or found wanting wherever a page of it is zeroed or it is cut off, never a fault of ours', () => {
    const content = contentOf(original);
    const pages = statSync(original).size / PAGE;
    let harmless = 0;
    for (let page = 1; page < pages; page++) {
      const zeroed = changed(overwrite(page * PAGE, new Uint8Array(PAGE)));
      if (contentOf(zeroed) === content) harmless++;
      else
        expect(refusal(zeroed, 'read'), `page ${page} zeroed`).toMatch(
          /^(damaged_workspace|found (file|chunk|rollup)_damaged|found content_changed|found history_changed)$/,
        );
    }
    expect(harmless).toBeLessThan(pages / 2);
    for (const part of [0.1, 0.5, 0.9]) {
      const cut = changed((path) => truncateSync(path, Math.floor(statSync(path).size * part)));
      expect(refusal(cut, 'read'), `cut at ${part}`).toMatch(/^(damaged_workspace|found file_damaged)$/);
    }
  });

  it('is left as it is when it is refused to whoever wants to write', () => {
    const pages = statSync(original).size / PAGE;
    let refused = 0;
    for (let page = 1; page < pages; page++) {
      const path = changed(overwrite(page * PAGE, new Uint8Array(PAGE)));
      const before = hashOf(path);
      try {
        openWorkspace(path).close();
      } catch (error) {
        expect(error, `page ${page} zeroed`).toMatchObject({ code: 'damaged_workspace' });
        expect(hashOf(path), `page ${page} zeroed`).toBe(before);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(5);
  });
});
