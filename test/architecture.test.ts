import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const LAYERS = ['main', 'db', 'electron', 'renderer'];
/** Libraries that compute and touch neither screen, disk, network nor clock. */
const PURE_LIBRARIES = ['zod', 'apache-arrow', 'fflate', 'hucre', 'yauzl', '@cantoo/pdf-lib', 'pptxgenjs'];
/** Folders of the domain that may use Node. */
const NODE_FOLDERS = ['main/extracts/read/', 'main/exports/'];

type Import = { from: string; to: string; typesOnly: boolean };

const sources = globSync(
  LAYERS.map((layer) => `${layer}/**/*.{ts,tsx}`),
  { cwd: ROOT },
).map((path) => path.replaceAll('\\', '/'));
const textOf = new Map(sources.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
/** Code without comments: what a comment names is not used. */
const codeOf = (path: string): string => textOf.get(path)!.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');

function importsOf(path: string): Import[] {
  const code = codeOf(path);
  const found: Import[] = [];
  for (const [, clause, name] of code.matchAll(/^(?:import|export)\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm)) {
    const named = /^\{(.*)\}$/s
      .exec(clause?.trim() ?? '')?.[1]
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    const typesOnly =
      /^type\b/.test(clause ?? '') ||
      (named !== undefined && named.length > 0 && named.every((part) => part.startsWith('type ')));
    found.push({ from: path, to: resolved(path, name), typesOnly });
  }
  for (const [, name] of code.matchAll(/\bimport\('([^']+)'\)/g))
    found.push({ from: path, to: resolved(path, name), typesOnly: false });
  return found;
}

/** Path of a source of ours, or the name of a package. */
function resolved(path: string, name: string): string {
  return name.startsWith('.') ? normalize(join(dirname(path), name.replace(/\?.*$/, ''))).replaceAll('\\', '/') : name;
}

const imports = sources.flatMap(importsOf);
const isOurs = (to: string) => LAYERS.some((layer) => to.startsWith(`${layer}/`));
const packageOf = (to: string) =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
const broken = (rule: (one: Import) => boolean) =>
  imports.filter((one) => !rule(one)).map(({ from, to }) => `${from} → ${to}`);
const within = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(folder));

describe('who imports whom', () => {
  it('is read from every source of ours, and every relative import exists', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(500);
    expect(broken(({ to }) => !isOurs(to) || existsSync(join(ROOT, to)))).toEqual([]);
  });

  it('lets the window know the contract and nothing else of the domain, the database or the shell', () => {
    expect(
      broken(
        ({ from, to }) => !from.startsWith('renderer/') || !isOurs(to) || within(to, 'renderer/', 'main/contract/'),
      ),
    ).toEqual([]);
    expect(broken(({ from, to }) => !from.startsWith('renderer/') || !to.startsWith('node:'))).toEqual([]);
  });

  it('lets the contract stand alone', () => {
    expect(
      broken(({ from, to }) => !from.startsWith('main/contract/') || within(to, 'main/contract/') || !isOurs(to)),
    ).toEqual([]);
  });

  it('lets the database know ports, facts and contract, and take types from them alone', () => {
    expect(
      broken(
        ({ from, to }) =>
          !from.startsWith('db/') || !isOurs(to) || within(to, 'db/', 'main/ports/', 'main/facts/', 'main/contract/'),
      ),
    ).toEqual([]);
    expect(
      broken(
        ({ from, to, typesOnly }) =>
          !from.startsWith('db/') || !to.startsWith('main/') || typesOnly || to === 'main/contract/errors.ts',
      ),
    ).toEqual([]);
  });

  it('lets the domain reach nothing outside itself but pure libraries', () => {
    const isDomain = (from: string) => from.startsWith('main/');
    expect(broken(({ from, to }) => !isDomain(from) || !isOurs(to) || to.startsWith('main/'))).toEqual([]);
    expect(
      broken(
        ({ from, to }) =>
          !isDomain(from) || isOurs(to) || to.startsWith('node:') || PURE_LIBRARIES.includes(packageOf(to)),
      ),
    ).toEqual([]);
    expect(
      broken(({ from, to }) => !isDomain(from) || !to.startsWith('node:') || within(from, ...NODE_FOLDERS)),
    ).toEqual([]);
  });

  it('keeps the electron package out of everything that runs where there is none', () => {
    const reached = new Set<string>();
    const walk = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { to, typesOnly } of imports.filter(({ from }) => from === path)) {
        if (typesOnly) continue;
        expect(to, path).not.toBe('electron');
        if (isOurs(to)) walk(to);
      }
    };
    for (const entry of ['cli', 'service', 'reader', 'compose']) walk(`electron/${entry}.ts`);
    expect(reached.size).toBeGreaterThan(80);
  });
});

describe('names of files and folders', () => {
  it('say what is in them: none is called utils, helpers, common, shared or misc', () => {
    const tracked = [...sources, ...globSync('test/**/*', { cwd: ROOT })];
    const vague = /^(utils?|helpers?|common|shared|misc)$/i;
    expect(
      tracked.filter((path) => path.split(/[\\/]/).some((part) => vague.test(part.replace(/(\.[a-z]+)+$/, '')))),
    ).toEqual([]);
  });

  it('lead to the defining file: there are no barrels', () => {
    expect(sources.filter((path) => /^export \* from|^export \{[^}]*\} from/m.test(codeOf(path)))).toEqual([]);
  });

  it('of metrics, kinds, pages, commands and profiles put them where their registry looks', () => {
    const folders: Record<string, string> = {
      metric: 'main/metrics',
      kind: 'main/extracts/kinds',
      page: 'main/briefings',
      command: 'main/commands',
      profile: 'main/extracts/profiles',
    };
    for (const [suffix, folder] of Object.entries(folders)) {
      const found = sources.filter((path) => path.endsWith(`.${suffix}.ts`));
      expect(found.length, suffix).toBeGreaterThan(0);
      expect(
        found.filter((path) => dirname(path) !== folder),
        suffix,
      ).toEqual([]);
      for (const path of found)
        expect(codeOf(path), path).toMatch(
          new RegExp(`export default define\\w*${suffix[0].toUpperCase()}${suffix.slice(1)}\\(`),
        );
      expect(imports.filter(({ to }) => found.includes(to) && basename(to) === 'registry.ts')).toEqual([]);
    }
  });
});

describe('what the domain never does', () => {
  const domain = sources.filter((path) => path.startsWith('main/'));
  const using = (pattern: RegExp, paths: readonly string[]) => paths.filter((path) => pattern.test(codeOf(path)));

  it('is format numbers outside the contract', () => {
    expect(
      using(/\.toFixed\(|\bIntl\.|toLocale\w*\(/, sources).filter((path) => path !== 'main/contract/format.ts'),
    ).toEqual([]);
  });

  it('is ask the clock: days are civil, time comes in', () => {
    expect(
      using(
        /\bnew Date\b|\bDate\.(now|UTC|parse)\b|\bperformance\.now\b/,
        domain.filter((path) => !within(path, ...NODE_FOLDERS)),
      ),
    ).toEqual([]);
  });

  it('is draw chance from anywhere but a seed', () => {
    expect(using(/\bMath\.random\b|\bcrypto\.random/, domain)).toEqual([]);
  });

  it('is keep what changes at the top of a file', () => {
    expect(using(/^(export )?let /m, domain)).toEqual([]);
  });

  it('is let names from a file become SQL: every statement is fixed text but for names of our own', () => {
    const risky = globSync('db/**/*.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
    const spliced = risky.flatMap((path) =>
      [...codeOf(path).matchAll(/`[^`]*\b(?:SELECT|INSERT|UPDATE|DELETE)\b[^`]*`/g)].flatMap(([sql]) =>
        [...sql.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => `${path}: ${name}`),
      ),
    );
    const ours = /: ([A-Z_]+|kind|table|columns\.(join|map)\(.*)$/;
    expect(spliced.filter((one) => !ours.test(one))).toEqual([]);
  });
});
