import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../child.ts';
import type { Domain } from '../open-api.ts';
import type { Report, Settings } from '../result.ts';
import { ratioOf, spreadOf } from '../rounds.ts';

const SIZES = [
  { spells: 100_000, groups: 10 },
  { spells: 1_000_000, groups: 200 },
] as const;
const LONGEST = 4_000;
const TOLERANCE = 1e-9;
const script = join(import.meta.dirname, '..', 'peers', 'survfit.R');

type Spells = { entry: Int32Array; exit: Int32Array; left: Uint8Array; group: Uint16Array; groupCount: number };

/** Measure 11: Kaplan–Meier with delayed entry and log-log intervals. R times itself, round by round, in one process. */
export async function measureSurvival(domain: Domain, scratch: string, settings: Settings): Promise<Report> {
  if (spawnSync('Rscript', ['-e', 'library(survival)'], { stdio: 'ignore' }).status !== 0)
    return {
      results: [],
      checks: [],
      notes: ['11, Kaplan–Meier against R: left out, R with its package "survival" is not on this machine.'],
    };
  const reports: Report[] = [];
  for (const size of SIZES) reports.push(await measureSize(domain, scratch, { ...settings, ...size }));
  return {
    results: reports.flatMap(({ results }) => results),
    checks: reports.flatMap(({ checks }) => checks),
    notes: [],
  };
}

type Sized = Settings & { spells: number; groups: number };

async function measureSize(domain: Domain, scratch: string, { rounds, seed, ...size }: Sized): Promise<Report> {
  const spells = makeSpells(seed, size);
  const compute = () =>
    domain.riskTables(spells).map((table) => domain.kaplanMeier(table, { interval: 'log-log', confidence: 0.95 }));
  const file = join(scratch, 'spells.csv');
  writeFileSync(file, csvOf(spells));
  for (let i = 0; i < 3; i++) compute();
  const ours: number[] = [];
  const peer: number[] = [];
  let answer = '';
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    compute();
    ours.push((performance.now() - started) / 1000);
    answer = (await runProgram('Rscript', [script, file, '1'], scratch)).output;
    peer.push(Number(/seconds (\S+)/.exec(answer)![1]));
  }
  const curves = compute();
  const furthest = (name: string, column: 'survival' | 'lower') => {
    const theirs = new RegExp(`^${name} (.*)$`, 'm').exec(answer)![1].trim().split(/\s+/).map(Number);
    const mine = curves.flatMap((curve) => [...curve[column]]);
    if (mine.length !== theirs.length) return Infinity;
    return mine.reduce(
      (most, value, i) => (Number.isFinite(value) ? Math.max(most, Math.abs(value - theirs[i])) : most),
      0,
    );
  };
  return {
    results: [
      {
        number: '11',
        measure: 'Kaplan–Meier with delayed entry and intervals: R `survfit` ÷ ours',
        size: `${size.spells.toLocaleString('en')} spells, ${size.groups} groups`,
        ratio: ratioOf(peer, ours),
        target: { kind: 'at least', value: 40 },
        context: `R ${(spreadOf(peer).median * 1000).toFixed(0)} ms, ours ${(spreadOf(ours).median * 1000).toFixed(1)} ms`,
      },
    ],
    checks: (['survival', 'lower'] as const).map((name) => {
      const most = furthest(name, name);
      return {
        what: `Kaplan–Meier of ${size.groups} groups, furthest ${name} from R`,
        ours: most.toExponential(1),
        peer: `at most ${TOLERANCE}`,
        equal: most <= TOLERANCE,
      };
    }),
    notes: [],
  };
}

function makeSpells(seed: number, size: { spells: number; groups: number }): Spells {
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const spells: Spells = {
    entry: new Int32Array(size.spells),
    exit: new Int32Array(size.spells),
    left: new Uint8Array(size.spells),
    group: new Uint16Array(size.spells),
    groupCount: size.groups,
  };
  for (let i = 0; i < size.spells; i++) {
    const group = Math.floor(random() * size.groups);
    const life = 1 + Math.floor(-Math.log(1 - random()) * (300 + (1_200 / size.groups) * group));
    const seen = 1 + Math.floor(random() * LONGEST);
    const exit = Math.min(life, seen);
    spells.group[i] = group;
    spells.exit[i] = exit;
    spells.left[i] = life <= seen ? 1 : 0;
    spells.entry[i] = random() < 0.3 ? Math.floor(random() * exit) : 0;
  }
  return spells;
}

function csvOf({ entry, exit, left, group }: Spells): string {
  const lines = ['entry,exit,left,group'];
  for (let i = 0; i < exit.length; i++) lines.push(`${entry[i]},${exit[i]},${left[i]},${group[i]}`);
  return `${lines.join('\n')}\n`;
}
