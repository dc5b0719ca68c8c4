import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './places.ts';
import { verdictOf } from './result.ts';
import type { Report, Result, Settings } from './result.ts';
import type { Spread } from './rounds.ts';

const TEXT = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as Record<string, string>;

export function printReport({ results, checks, notes }: Report): void {
  const rows = [['#', 'measure', 'size', 'ratio', 'spread', 'target', ''], ...results.map(cellsOf)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  print('');
  for (const { number, context } of results) print(`${number}: ${context}`);
  for (const note of notes) print(note);
  const wrong = checks.filter(({ equal }) => !equal);
  for (const { what, ours, peer } of wrong) print(`NOT EQUAL ${what}: ours ${ours}, peer ${peer}`);
  print(`16: ${checks.length - wrong.length} of ${checks.length} figures equal the peer's`);
}

/** Writes docs/performance.md. */
export function writePage(report: Report, settings: Settings): void {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'performance.md'), pageOf(report, settings));
}

function pageOf({ results, checks, notes }: Report, settings: Settings): string {
  const equal = checks.filter((check) => check.equal).length;
  const table = [
    '| # | measure | size | ratio | spread | target | |',
    '|---|---|---|---|---|---|---|',
    ...results.map((result) => `| ${cellsOf(result).join(' | ')} |`),
  ];
  return `# Performance

Written by \`npm run bench\`; run it again rather than edit this page. Every ratio is the median over rounds in which both sides ran one after the other on the same machine, the order turning from round to round; the spread is the lowest and the highest round. Absolute times are context: they belong to the machine.

Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}. Labour extract of ${settings.rows.toLocaleString('en')} rows and ${settings.workers.toLocaleString('en')} workers over three years, seed ${settings.seed}, ${settings.rounds} rounds. DuckDB ran with two threads and was told the column types.

${table.join('\n')}

${results.map(({ number, context }) => `- ${number}: ${context}.`).join('\n')}

16, equality: ${equal} of ${checks.length} totals, shares and distinct counts equal the peer's: hours and money to the last unit, survival to 1e-9. The run fails on this and on nothing else.
${notes.length > 0 ? `\n${notes.map((note) => `- ${note}`).join('\n')}\n` : ''}
## What is measured

- An import is the whole process: \`node dist/main/cli.js import\` from its start to its end, which includes forking the reader, content hashes, the rollups, a publication that is synced to the disk, and, on closing, a backup that is copied, checked and synced. DuckDB writes its table once and keeps neither rollups nor a backup. Line 1a leaves out on both sides what is not the import itself.
- A filter change is one call of the \`page\` use case with filters that were not asked before, answered with the finished page: every figure with its numerator, exclusions and suppression, the control charts and the sentences. DuckDB answers the eight raw questions that give the same numbers; it is not asked for the recommendation.
- Cold open is a fresh process with the disk's cache warm.

## Where being ahead is impossible

- DuckDB on many cores: it parses and sums in as many threads as there are; one import here uses two processes, whatever the machine has.
- One question straight from a CSV, asked once: whoever stores nothing is done sooner than whoever imports first.
- Ad-hoc SQL over any column: questions outside the stored dimensions take a pass over all rows here.
`;
}

function cellsOf(result: Result): string[] {
  const { number, measure, size, ratio, target } = result;
  const wanted = target === null ? '' : `${target.kind === 'at least' ? '≥' : '≤'} ${target.value}`;
  return [
    number,
    measure,
    size,
    ratio ? digits(ratio.median) : 'not measured',
    spreadText(ratio),
    wanted,
    verdictOf(result),
  ];
}

function spreadText(ratio: Spread | null): string {
  return ratio === null || ratio.rounds === 1 ? '' : `${digits(ratio.low)}–${digits(ratio.high)}`;
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function machine(): string {
  return `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${TEXT[platform()] ?? platform()}, Node ${process.versions.node}, load average of the last five minutes ${loadavg()[1].toFixed(1)} (the benchmark alone makes about 2; more means that other work took its share)`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
