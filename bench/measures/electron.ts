import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runProgram } from '../child.ts';
import type { Data } from '../prepare.ts';
import type { Check, Report, Result, Settings } from '../result.ts';
import { ratioOf, spreadOf } from '../rounds.ts';

type Both<T> = Record<'ours' | 'peer', T>;

/** Measures 13 and 14: the app's start beside an empty page's, and a deck beside the printing of the same finished page. */
export async function measureElectron(data: Data, settings: Settings): Promise<Report> {
  const leftOut = (why: string): Report => ({
    results: [],
    checks: [],
    notes: [`12 to 14, painting, app start and deck export: left out, ${why}.`],
  });
  if (!settings.electron) return leftOut('run with --electron');
  if (!process.env['MUSTER_ELECTRON']) return leftOut('MUSTER_ELECTRON does not say where Electron is');
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  if (!hasDisplay && spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).error)
    return leftOut('there is neither a display nor xvfb-run');
  const run = async (script: string): Promise<unknown> => {
    const path = join(import.meta.dirname, '..', 'peers', script);
    const words = [process.execPath, path, data.workspace, String(settings.rounds), data.scratch];
    const [program, ...rest] = hasDisplay ? words : ['xvfb-run', '-a', ...words];
    return JSON.parse((await runProgram(program, rest, data.scratch)).output);
  };
  const size = `${settings.rows.toLocaleString('en')} rows`;
  const start = startResult((await run('app-start.ts')) as Both<number[]>, size);
  const deck = (await run('deck-export.ts')) as { milliseconds: Both<number[]>; pages: Both<number> };
  return {
    results: [start, deckResult(deck.milliseconds, deck.pages.ours)],
    checks: [pagesCheck(deck.pages)],
    notes: ['12, filter click to last pixel: not measured.'],
  };
}

function startResult({ ours, peer }: Both<number[]>, size: string): Result {
  return {
    number: '13',
    measure: 'app start to first painted page ÷ the same Electron opening an empty page',
    size,
    ratio: ratioOf(ours, peer),
    target: { kind: 'at most', value: 2.5 },
    context: `ours ${spreadOf(ours).median.toFixed(0)} ms, empty page ${spreadOf(peer).median.toFixed(0)} ms`,
  };
}

function deckResult({ ours, peer }: Both<number[]>, pages: number): Result {
  return {
    number: '14',
    measure:
      'deck as PDF from the command line, workspace opened and figures worked out ÷ the same Electron printing the same finished page',
    size: `${pages} pages`,
    ratio: ratioOf(ours, peer),
    target: { kind: 'at most', value: 1.5 },
    context: `ours ${spreadOf(ours).median.toFixed(0)} ms, printing alone ${spreadOf(peer).median.toFixed(0)} ms; both from the start of the program to its end`,
  };
}

function pagesCheck({ ours, peer }: Both<number>): Check {
  return { what: 'pages of the deck', ours: String(ours), peer: String(peer), equal: ours === peer };
}
