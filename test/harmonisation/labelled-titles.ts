import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { CodeFacts } from '../../main/harmonisation/code-facts.ts';
import { TITLE_RULES } from '../../main/harmonisation/names/read-title.ts';
import { Suggester } from '../../main/harmonisation/suggester.ts';
import { lowerIncompleteBeta } from '../../main/stats/incomplete-beta.ts';

export const PARTS = ['tuned', 'held_out'] as const;
export type Part = (typeof PARTS)[number];

/** The best suggestion for a labelled title. */
export type Outcome = {
  part: Part;
  style: string;
  title: string;
  wanted: string | null;
  suggested: string | null;
  score: number;
};

export const factsOf = (code: string, title: string): CodeFacts => ({
  code,
  entities: [],
  title,
  titles: new Map(),
  heads: null,
  hours: 0,
  medianRate: null,
  units: new Map(),
});

function rowsOf<Row>(file: string): Row[] {
  const path = fileURLToPath(new URL(`../golden/crosswalk-titles/${file}`, import.meta.url));
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** What the suggester says of every labelled title, from titles alone: each part is one acquired entity. */
export function labelledOutcomes(): Outcome[] {
  const targets = rowsOf<{ code: string; title: string }>('target.csv').map(({ code, title }) => factsOf(code, title));
  const labelled = rowsOf<{ part: Part; style: string; title: string; target: string }>('titles.csv');
  return PARTS.flatMap((part) => {
    const own = labelled.filter((row) => row.part === part);
    const sources = own.map(({ title }, i) => factsOf(String(i), title));
    const suggester = new Suggester(TITLE_RULES, { sources, targets });
    return own.map(({ style, title, target }, i): Outcome => {
      const best = suggester.suggest(sources[i]).at(0);
      return {
        part,
        style,
        title,
        wanted: target === '' ? null : target,
        suggested: best?.code ?? null,
        score: best?.score ?? 0,
      };
    });
  });
}

export type Measure = {
  accepted: number;
  right: number;
  precision: number | null;
  /** 95 % interval of the precision. */
  lower: number;
  upper: number;
  recall: number;
};

/** What bulk acceptance from a score on would do: right among accepted, and among titles that have a counterpart. */
export function measureAt(outcomes: readonly Outcome[], score: number): Measure {
  const accepted = outcomes.filter((outcome) => outcome.suggested !== null && outcome.score >= score);
  const right = accepted.filter(({ wanted, suggested }) => wanted === suggested).length;
  const [lower, upper] = binomialInterval(right, accepted.length);
  return {
    accepted: accepted.length,
    right,
    precision: accepted.length === 0 ? null : right / accepted.length,
    lower,
    upper,
    recall: right / outcomes.filter(({ wanted }) => wanted !== null).length,
  };
}

/** Exact 95 % interval of a share (Clopper and Pearson, 1934). */
function binomialInterval(hits: number, tries: number): [number, number] {
  const quantileOf = (a: number, b: number, share: number) => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (lowerIncompleteBeta({ x: middle, a, b }) < share) low = middle;
      else high = middle;
    }
    return low;
  };
  return [
    hits === 0 ? 0 : quantileOf(hits, tries - hits + 1, 0.025),
    hits === tries ? 1 : quantileOf(hits + 1, tries - hits, 0.975),
  ];
}

export const SCORES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];

/** The measurement as docs/crosswalk.md prints it. */
export function measurementTable(outcomes: readonly Outcome[]): string {
  const three = (value: number | null) => (value === null ? 'n/a' : value.toFixed(3));
  const lines = SCORES.map((score) => {
    const cells = [...PARTS, null].flatMap((part) => {
      const { accepted, right, precision, lower, upper, recall } = measureAt(
        outcomes.filter((outcome) => part === null || outcome.part === part),
        score,
      );
      return [`${right} of ${accepted}`, `${three(precision)} (${three(lower)}–${three(upper)})`, three(recall)];
    });
    return `| ${score.toFixed(2)} | ${cells.join(' | ')} |`;
  });
  const head = ['tuned', 'held out', 'both'].flatMap((part) => [`${part}: right`, 'precision (95 %)', 'recall']);
  return [`| score | ${head.join(' | ')} |`, `| ---: |${' ---: |'.repeat(head.length)}`, ...lines].join('\n');
}
