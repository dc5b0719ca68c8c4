import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerDialogs,
  environment,
  launchApp,
  noteEvents,
  refusal,
  seenEvents,
  type Launched,
  patience,
} from './support/launch.ts';
import { runToEnd } from './support/processes.ts';
import { electronExecutable, repository, rootFlags } from './support/runtime.ts';
import { openFilledSample, SAMPLE_WORKSPACE } from './support/sample.ts';
import { scratchFolder } from './support/scratch.ts';

const scratch = scratchFolder('deck');
const profile = join(scratch, 'profile');
const workspace = join(profile, SAMPLE_WORKSPACE);
const deck = { briefing: 'board', filters: null };
let shell: Launched;

beforeAll(async () => {
  shell = await launchApp({ profile });
  await openFilledSample(shell.page);
});
afterAll(() => shell?.app.close());

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

async function exportTo(name: string): Promise<string> {
  const out = join(scratch, name);
  await answerDialogs(shell.app, { exportDeck: out });
  const done = await shell.page.evaluate((request) => window.muster.shell.exportDeck(request), deck);
  expect(done).toEqual({ file: name, pages: expect.any(Number) });
  return out;
}

async function printOrder(order: unknown): Promise<{ code: number | null; answer: Record<string, unknown> }> {
  const env = { ...environment(), MUSTER_BRIEF: typeof order === 'string' ? order : JSON.stringify(order) };
  const { code, stdout } = await runToEnd(electronExecutable(), [...rootFlags, repository], { env, cwd: scratch });
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> };
}

describe('a deck exported from the window', () => {
  it('is one whole file, and progress is told while it is made', async () => {
    await noteEvents(shell.page);
    const out = await exportTo('first.pdf');
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    const stages = (await seenEvents(shell.page)).flatMap((event) =>
      event.type === 'progress' ? [event.progress] : [],
    );
    expect(stages.map(({ job, done }) => [job, done])).toEqual([0, 1, 2, 3].map((done) => ['export_deck', done]));
    expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is 16:9, tagged, bookmarked, titled, with embedded fonts and without pictures', async () => {
    const document = await PDFDocument.load(readFileSync(join(scratch, 'first.pdf')), { updateMetadata: false });
    const { width, height } = document.getPage(0).getSize();
    expect(width / height).toBeCloseTo(16 / 9, 2);
    expect(document.getTitle()).toBeTruthy();
    expect(document.getAuthor()).toBe('Muster');
    expect(document.getCreator()).toBe('Muster');
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toContain('en');
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    expect(document.catalog.has(PDFName.of('Outlines'))).toBe(true);
    const dictionaries = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
      .filter((object) => object instanceof PDFDict);
    const named = (key: string, value: string) =>
      dictionaries.filter((one) => one.get(PDFName.of(key)) === PDFName.of(value));
    expect(named('Subtype', 'Image')).toEqual([]);
    expect(named('Type', 'Font').length).toBeGreaterThan(0);
    // A Type 3 font is its own drawing; every other kind needs the font file in the document.
    for (const font of named('Type', 'Font').filter((one) => one.has(PDFName.of('FontDescriptor')) && !isType3(one))) {
      const descriptor = font.lookup(PDFName.of('FontDescriptor'), PDFDict);
      expect(['FontFile', 'FontFile2', 'FontFile3'].some((name) => descriptor.has(PDFName.of(name)))).toBe(true);
    }
  });

  it('has the same bytes again, in another start of the program, and from the command line', async () => {
    const expected = sha256(join(scratch, 'first.pdf'));
    expect(sha256(await exportTo('again.pdf'))).toBe(expected);
    await shell.app.close();

    shell = await launchApp({ profile, args: [workspace] });
    await expect
      .poll(async () => (await shell.page.evaluate(() => window.muster.shell.state())).open, patience)
      .not.toBeNull();
    expect(sha256(await exportTo('restarted.pdf'))).toBe(expected);
    await shell.page.evaluate(() => window.muster.shell.closeWorkspace());

    const { code, answer } = await printOrder({ workspace, out: 'printed.pdf', ...deck });
    expect({ code, answer }).toEqual({
      code: 0,
      answer: { out: join(scratch, 'printed.pdf'), pages: expect.any(Number), sha256: expected },
    });
    expect(sha256(join(scratch, 'printed.pdf'))).toBe(expected);
  });

  it.each(['slides.pptx', 'numbers.xlsx'])(
    'is %s where its name says so, with the bytes that the command line writes',
    async (name) => {
      await shell.page.evaluate((id) => window.muster.shell.openRecent({ id }), (await recent()).id);
      const out = await exportTo(name);
      expect(readdirSync(scratch).filter((file) => file.endsWith('.part'))).toEqual([]);
      const words = ['dist/main/cli.js', 'brief', '--in', workspace, '--briefing', 'board', '--json'];
      const { stdout } = await runToEnd(process.execPath, [...words, '--out', join(scratch, `by-command-${name}`)], {
        env: environment(),
        cwd: repository,
      });
      expect(JSON.parse(stdout)).toMatchObject({ sha256: sha256(out) });
      await shell.page.evaluate(() => window.muster.shell.closeWorkspace());
    },
  );

  it('does not replace a file that cannot be written', async () => {
    await shell.page.evaluate((id) => window.muster.shell.openRecent({ id }), (await recent()).id);
    await answerDialogs(shell.app, { exportDeck: join(scratch, 'missing', 'deck.pdf') });
    const failure = await refusal(shell.page.evaluate((request) => window.muster.shell.exportDeck(request), deck));
    expect(failure.message).not.toContain(scratch);
    expect(existsSync(join(scratch, 'missing'))).toBe(false);
  });
});

describe('printing for the command line', () => {
  it('refuses a workspace that is not there, with exit code 3 and nothing made', async () => {
    const { code, answer } = await printOrder({ workspace: 'none.muster', out: 'none.pdf', ...deck });
    expect(code).toBe(3);
    expect(answer).toMatchObject({ error: { code: 'not_found', file: 'none.muster' } });
    expect(existsSync(join(scratch, 'none.muster'))).toBe(false);
    expect(existsSync(join(scratch, 'none.pdf'))).toBe(false);
  });

  it('refuses a file that is no workspace and leaves it as it was', async () => {
    const foreign = join(scratch, 'foreign.muster');
    writeFileSync(foreign, 'something else');
    expect((await printOrder({ workspace: foreign, out: 'foreign.pdf', ...deck })).code).toBe(3);
    expect(readFileSync(foreign, 'utf8')).toBe('something else');
  });

  it('takes an order that it does not understand for a usage error', async () => {
    const { code, answer } = await printOrder('{"workspace":');
    expect({ code, answer }).toMatchObject({ code: 2, answer: { error: { code: 'usage' } } });
  });
});

function isType3(font: PDFDict): boolean {
  return font.get(PDFName.of('Subtype')) === PDFName.of('Type3');
}

async function recent(): Promise<{ id: string }> {
  return (await shell.page.evaluate(() => window.muster.shell.state())).recent[0];
}
