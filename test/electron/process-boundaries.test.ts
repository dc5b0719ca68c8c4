import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'electron');

/** Packages and built-ins that an entry of the build reaches at run time, through whatever files. */
function reachedFrom(entry: string): Map<string, string> {
  const reached = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const specifier of runtimeImports(readFileSync(path, 'utf8'))) {
      if (specifier.startsWith('.')) visit(resolve(dirname(path), specifier));
      else if (!reached.has(specifier)) reached.set(specifier, relative(folder, path));
    }
  };
  visit(join(folder, entry));
  return reached;
}

/** Imports that remain when types are taken away. */
function runtimeImports(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)([^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const kept = [...statements]
    .filter(([, names]) => names === undefined || !onlyTypes(names))
    .map(([, , specifier]) => specifier);
  const dynamic = [...source.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier]) => specifier);
  return [...kept, ...dynamic];
}

function onlyTypes(names: string): boolean {
  const inBraces = /^\{([^}]*)\}\s+from\s+$/.exec(names)?.[1];
  return (
    inBraces !== undefined && inBraces.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
  );
}

describe('processes without Electron', () => {
  it.each(['service.ts', 'reader.ts', 'cli.ts', 'compose.ts'])('%s never reaches the electron package', (entry) => {
    expect(existsSync(join(folder, entry))).toBe(true);
    expect(reachedFrom(entry).get('electron')).toBeUndefined();
  });

  it('would be found out: the shell does reach it', () => {
    expect(reachedFrom('main.ts').has('electron')).toBe(true);
  });
});

describe('the reader', () => {
  it('has no database and no network', () => {
    const reached = [...reachedFrom('reader.ts').keys()];
    const forbidden =
      /^(?:better-sqlite3|(?:node:)?(?:net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster|inspector)(?:\/.*)?)$/;
    expect(reached.filter((name) => forbidden.test(name))).toEqual([]);
  });
});

describe('the preload', () => {
  it('needs electron alone, because the sandbox gives it nothing else', () => {
    expect([...reachedFrom('preload.ts').keys()]).toEqual(['electron']);
  });

  it('hands the page functions by name and never a way to send on any channel', () => {
    const source = readFileSync(join(folder, 'preload.ts'), 'utf8');
    const exposed = [...source.matchAll(/exposeInMainWorld\('(\w+)', (\w+)\)/g)].map(([, name]) => name);
    expect(exposed).toEqual(['musterPrint', 'muster']);
  });
});

describe('handlers of messages from pages', () => {
  it('are registered in one place for the main page and in one for the print page', () => {
    const places = ['ipc.ts', 'deck/print-window.ts'];
    for (const place of places) expect(readFileSync(join(folder, place), 'utf8')).toContain('isFrom(');
    expect(filesUsing(/\bipcMain\b/)).toEqual(['ipc.ts']);
    expect(filesUsing(/\.ipc\.(?:handle|on)\(/)).toEqual(['deck/print-window.ts']);
  });
});

function filesUsing(pattern: RegExp): string[] {
  const seen = new Set<string>();
  const collect = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const [, specifier] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g))
      collect(resolve(dirname(path), specifier));
  };
  collect(join(folder, 'main.ts'));
  return [...seen]
    .filter((path) => path.startsWith(folder) && pattern.test(readFileSync(path, 'utf8')))
    .map((path) => relative(folder, path));
}
