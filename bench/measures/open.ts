import { join } from 'node:path';
import { runNode } from '../child.ts';
import type { Data } from '../prepare.ts';
import type { Report, Settings } from '../result.ts';
import { interleave, ratioOf, spreadOf } from '../rounds.ts';

const script = join(import.meta.dirname, '..', 'peers', 'first-answer.ts');

/** Measure 9: a fresh process opens the file and gives the first finished page. The disk's cache is warm for both. */
export async function measureOpen(data: Data, settings: Settings): Promise<Report> {
  const first = async (side: 'ours' | 'peer', path: string) =>
    Number((await runNode([script, side, path], data.scratch)).output);
  const milliseconds = await interleave(settings.rounds, {
    ours: () => first('ours', data.workspace),
    peer: () => first('peer', data.duckFile),
  });
  return {
    results: [
      {
        number: '9',
        measure: 'cold open to first finished page, start of Node on both sides: DuckDB raw ÷ ours',
        size: `${settings.rows.toLocaleString('en')} rows`,
        ratio: ratioOf(milliseconds.peer, milliseconds.ours),
        target: { kind: 'at least', value: 3 },
        context: `DuckDB ${spreadOf(milliseconds.peer).median.toFixed(0)} ms, ours ${spreadOf(milliseconds.ours).median.toFixed(0)} ms`,
      },
    ],
    checks: [],
    notes: [],
  };
}
