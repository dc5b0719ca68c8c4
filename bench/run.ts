/**
 * npm run bench [-- --rows 1000000 --workers 10000 --rounds 5 --seed 42 --only import,filter,... --electron]
 *
 * Runs the measures, prints the table, writes docs/performance.md when nothing was left out, and fails only where
 * figures differ from the peer's.
 */
import { parseArgs } from 'node:util';
import { buildDomain } from './build.ts';
import { measureBundle } from './measures/bundle.ts';
import { compareWorkers } from './measures/counts.ts';
import { measureElectron } from './measures/electron.ts';
import { measureFilter } from './measures/filter.ts';
import { measureImport } from './measures/import.ts';
import { measureOpen } from './measures/open.ts';
import { measureRows } from './measures/rows.ts';
import { measureSurvival } from './measures/survival.ts';
import { importDomain, openApi } from './open-api.ts';
import { makeScratch, removeScratch } from './places.ts';
import { openPeer, prepareData } from './prepare.ts';
import type { Data } from './prepare.ts';
import { printReport, writePage } from './report.ts';
import type { Report, Settings } from './result.ts';

const MEASURES: Record<string, (data: Data, settings: Settings) => Promise<Report>> = {
  import: measureImport,
  filter: (data, settings) => withBoth(data, (both) => measureFilter(both, settings)),
  open: measureOpen,
  rows: (data, settings) => withBoth(data, (both) => measureRows(both, settings)),
  survival: async (data, settings) => measureSurvival(await importDomain(), data.scratch, settings),
  electron: measureElectron,
  bundle: measureBundle,
  equality: async (data) => {
    const { countWorkers } = await importDomain();
    return withBoth(data, ({ duck }) => compareWorkers(countWorkers(data.workspace), duck));
  },
};

type Both = { api: Awaited<ReturnType<typeof openApi>>['api']; duck: Awaited<ReturnType<typeof openPeer>> };

async function withBoth(data: Data, work: (both: Both) => Promise<Report>): Promise<Report> {
  const app = await openApi(data.workspace);
  const duck = await openPeer(data);
  try {
    return await work({ api: app.api, duck });
  } finally {
    duck.close();
    app.close();
  }
}

function settingsOf(): Settings & { only: string[] } {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      workers: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '42' },
      only: { type: 'string' },
      electron: { type: 'boolean', default: Boolean(process.env['MUSTER_ELECTRON']) },
    },
  });
  const only = values.only?.split(',') ?? Object.keys(MEASURES);
  const unknown = only.find((name) => !(name in MEASURES));
  if (unknown !== undefined)
    throw new Error(`"${unknown}" is not a measure; the measures are ${Object.keys(MEASURES).join(', ')}.`);
  const rows = wholeNumber('rows', values.rows, 10_000);
  return {
    rows,
    workers: values.workers === undefined ? Math.round(rows / 100) : wholeNumber('workers', values.workers, 10),
    rounds: wholeNumber('rounds', values.rounds, 1),
    seed: wholeNumber('seed', values.seed, 0),
    electron: values.electron,
    only,
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} takes a whole number from ${least}, not "${text}".`);
  return value;
}

async function main(): Promise<number> {
  const { only, ...settings } = settingsOf();
  const scratch = makeScratch();
  const report: Report = { results: [], checks: [], notes: [] };
  try {
    say(`${settings.rows.toLocaleString('en')} rows of ${settings.workers.toLocaleString('en')} workers`);
    await buildDomain();
    const data = await prepareData(scratch, settings);
    for (const name of only) {
      say(name);
      const { results, checks, notes } = await MEASURES[name](data, settings);
      report.results.push(...results);
      report.checks.push(...checks);
      report.notes.push(...notes);
    }
  } finally {
    removeScratch();
  }
  printReport(report);
  if (only.length === Object.keys(MEASURES).length) writePage(report, settings);
  return report.checks.every(({ equal }) => equal) ? 0 : 1;
}

function say(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

process.exitCode = await main();
