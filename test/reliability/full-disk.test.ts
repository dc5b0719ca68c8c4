import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { Campaign, CLI } from './campaign.ts';
import { run } from './command-line.ts';
import { visibleContent } from './content.ts';
import { laborFile } from './extracts.ts';

const DISKS = 6;
const LIMITS = 4;
/** KiB: more than an import of the extract takes, but not with its backup. */
const ENOUGH = 2_800;
const MINUTE = 60_000;

const folder = testFolder();
const extract = laborFile(folder, 'year.csv', { rows: 50_000, broken: 100 });
const reference = join(folder, 'reference.muster');
const campaign = new Campaign('full disks');
let after: string;

beforeAll(async () => {
  expect((await run(['import', extract, '--into', reference])).code).toBe(0);
  after = visibleContent(reference);
}, MINUTE);
afterAll(() => campaign.close());

/** Runs a shell in which small disks can be mounted; null where the system allows that to nobody. */
function mountingShell(): string[] | null {
  const ways = [
    ['unshare', '--mount'],
    ['unshare', '--user', '--map-root-user', '--mount'],
  ];
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  for (const way of ways) {
    try {
      execFileSync(way[0], [...way.slice(1), 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', probe], {
        stdio: 'ignore',
      });
      return [...way, 'sh', '-c'];
    } catch {
      continue;
    }
  }
  return null;
}

type Step = { code: number; text: string; stderr: string };

/** Imports on a disk of so many KiB, then makes it larger, checks, imports again and brings the workspace out. */
function onSmallDisk(
  shell: string[],
  kib: number,
  name: string,
): { first: Step; check: Step; again: Step; path: string } {
  const disk = join(folder, name);
  mkdirSync(disk);
  const muster = (step: string, words: string) =>
    `"${process.execPath}" "${CLI}" ${words} --json > "${disk}.${step}" 2> "${disk}.${step}.err"; echo $?`;
  const script = [
    `mount -t tmpfs -o size=${kib}k none "${disk}"`,
    muster('first', `import "${extract}" --into "${disk}/w.muster"`),
    `ls -A "${disk}" > "${disk}.left"`,
    `mount -o remount,size=64m "${disk}"`,
    muster('check', `check --in "${disk}/w.muster"`),
    muster('again', `import "${extract}" --into "${disk}/w.muster"`),
    `cp "${disk}/w.muster" "${disk}.muster"`,
  ].join('\n');
  const codes = execFileSync(shell[0], [...shell.slice(1), script])
    .toString()
    .trim()
    .split('\n')
    .map(Number);
  const read = (file: string) => execFileSync('cat', [`${disk}.${file}`]).toString();
  const step = (name: string, code: number): Step => ({ code, text: read(name), stderr: read(`${name}.err`) });
  return {
    first: step('first', codes[0]),
    check: step('check', codes[1]),
    again: step('again', codes[2]),
    path: `${disk}.muster`,
  };
}

describe('on a disk that is full', () => {
  it(
    'an import stores all of itself or nothing, says which, and goes through once there is space',
    { timeout: 3 * MINUTE },
    () => {
      const shell = mountingShell();
      if (shell === null) {
        // Not silent: the limits on file size below stand for it.
        campaign.count('small disks that this system lets nobody mount', DISKS);
        return;
      }
      for (let i = 0; i < DISKS; i++) {
        const kib = 48 + Math.floor(((i + campaign.random()) / DISKS) * ENOUGH);
        const { first, check, again, path } = onSmallDisk(shell, kib, `disk-${i}`);
        const where = `${kib} KiB, seed ${campaign.seed}: ${first.text} ${first.stderr}`;
        expect([0, 3], where).toContain(first.code);
        const document = JSON.parse(first.text);
        if (first.code === 3) expect(document.error, where).toMatchObject({ code: 'disk_full', file: 'w.muster' });
        else expect(document.files[0], where).toMatchObject({ rows_read: 50_000, batch: 1 });
        const found = JSON.parse(check.text);
        expect(found.ok === true || found.error?.code === 'no_workspace', `${where} then ${check.text}`).toBe(true);
        expect(again.code, again.text + again.stderr).toBe(0);
        const second = JSON.parse(again.text).files[0];
        expect(second.batch, where).toBe(first.code === 0 ? null : 1);
        expect(visibleContent(path), where).toBe(after);
        campaign.count(first.code === 0 ? 'small disks that held it' : 'small disks that were full');
      }
      expect(campaign.counted('small disks that were full')).toBeGreaterThan(0);
    },
  );

  it(
    'an import beyond the size a file may have is refused and goes through without the limit',
    { timeout: 2 * MINUTE },
    async () => {
      for (let i = 0; i < LIMITS; i++) {
        const kib = 8 + Math.floor(((i + campaign.random()) / LIMITS) * 1_500);
        const path = join(folder, `limited-${i}.muster`);
        const first = await run(
          ['import', extract, '--into', path],
          ['bash', '-c', `ulimit -f ${kib} && exec "$@"`, 'limited'],
        );
        const where = `${kib} KiB, seed ${campaign.seed}: ${JSON.stringify(first.json)} ${first.stderr}`;
        expect([0, 3], where).toContain(first.code);
        if (first.code === 3) expect(['disk_full', 'disk_error'], where).toContain(first.json.error.code);
        const again = await run(['import', extract, '--into', path]);
        expect(again.code, `${where} then ${JSON.stringify(again.json)}`).toBe(0);
        expect(visibleContent(path), where).toBe(after);
        campaign.count(first.code === 0 ? 'limits that sufficed' : 'limits on file size');
      }
      expect(campaign.counted('limits on file size')).toBeGreaterThan(0);
    },
  );

  it('an export leaves no part of itself at its name', { timeout: MINUTE }, async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'kept.csv'), 'as it was\n');
    for (const name of ['rejected.csv', 'kept.csv']) {
      const { code, json } = await run(
        ['quarantine', '--in', reference, '--out', join(out, name)],
        ['bash', '-c', 'ulimit -f 4 && exec "$@"', 'limited'],
      );
      expect({ code, json }).toMatchObject({ code: 3 });
      campaign.count('exports');
    }
    expect(existsSync(join(out, 'rejected.csv'))).toBe(false);
    expect(readdirSync(out)).toEqual(['kept.csv']);
    expect(execFileSync('cat', [join(out, 'kept.csv')]).toString()).toBe('as it was\n');
  });
});
