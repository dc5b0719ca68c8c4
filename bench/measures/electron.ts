import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runProgram } from '../child.ts';
import type { Data } from '../prepare.ts';
import type { Report, Settings } from '../result.ts';
import { ratioOf, spreadOf } from '../rounds.ts';

const script = join(import.meta.dirname, '..', 'peers', 'app-start.ts');

/** Measure 13; the deck export has no peer yet that is given the very same finished page, so 14 says so. */
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
  const words = [process.execPath, script, data.workspace, String(settings.rounds), data.scratch];
  const [program, ...rest] = hasDisplay ? words : ['xvfb-run', '-a', ...words];
  const { output } = await runProgram(program, rest, data.scratch);
  const { ours, peer } = JSON.parse(output) as Record<'ours' | 'peer', number[]>;
  return {
    results: [
      {
        number: '13',
        measure: 'app start to first painted page ÷ the same Electron opening an empty page',
        size: `${settings.rows.toLocaleString('en')} rows`,
        ratio: ratioOf(ours, peer),
        target: { kind: 'at most', value: 2.5 },
        context: `ours ${spreadOf(ours).median.toFixed(0)} ms, empty page ${spreadOf(peer).median.toFixed(0)} ms`,
      },
    ],
    checks: [],
    notes: [
      '12, filter click to last pixel, and 14, deck export against Chromium printing the same page: not measured; the finished page of a deck cannot be handed to another program yet.',
    ],
  };
}
