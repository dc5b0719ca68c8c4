import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateNorthlake } from '../../samples/northlake/generate.ts';
import { sumByMonth } from './counted-once.ts';
import { daysCovered, readNorthlake } from './northlake-reader.ts';
import { SAMPLES, sampleBytes, sampleJson, sampleRows } from './sample-files.ts';

type Sums = {
  internal_productive_hours: number;
  internal_pay_cents: number;
  employer_load_cents: number;
  external_productive_hours: number;
  external_cost_cents: number;
  external_hours_of_unknown_cost: number;
  digital_cents: number;
  statement_of_work_cents: number;
  external_share_hours: number;
  external_share_cost: number;
};
type Planted = { line: number; reason: string; column: string; value: string };
type Ledger = {
  file: string;
  rows_read: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  reasons: Record<string, number>;
  planted: Planted[];
};
type Truths = {
  extracts: Ledger[];
  months: (Sums & { month: string })[];
  all: Sums;
  last_12_months: Sums;
  prior_12_months: Sums;
  gap: { widened: number; hot_units_share_of_widening: number; units: { adds: number; added_before: number }[] };
  active_people: { by_worker_type: Record<string, number> };
};

const MINUTES = 60_000;
const MEGABYTE = 1_000_000;
const truths = sampleJson<Truths>('northlake/truths.json');

describe('the Northlake generator', () => {
  it(
    'gives the committed bytes, file by file',
    () => {
      const made = generateNorthlake();
      const committed = readdirSync(new URL('northlake/', SAMPLES)).filter((file) => !file.endsWith('.ts'));
      expect([...made.keys()].sort()).toEqual(committed.sort());
      for (const [file, bytes] of made) expect.soft(hash(bytes), file).toBe(hash(sampleBytes(`northlake/${file}`)));
    },
    3 * MINUTES,
  );

  it('stays small enough to be bundled', () => {
    const bytes = truths.extracts.reduce((sum, { file }) => sum + sampleBytes(`northlake/${file}`).length, 0);
    expect(bytes).toBeLessThan(5 * MEGABYTE);
  });
});

describe('the Northlake truths', () => {
  let read: ReturnType<typeof readNorthlake>;
  let months: ReturnType<typeof sumByMonth>;

  beforeAll(() => {
    read = readNorthlake();
    months = sumByMonth(read.rows);
  }, 3 * MINUTES);

  it('have ledgers that add up', () => {
    for (const ledger of truths.extracts) {
      expect(ledger.accepted + ledger.quarantined + ledger.duplicates, ledger.file).toBe(ledger.rows_read);
      expect(
        Object.values(ledger.reasons).reduce((sum, count) => sum + count, 0),
        ledger.file,
      ).toBe(ledger.quarantined);
    }
  });

  it('have the ledgers that another reader finds in the files', () => {
    const found = read.files.map(({ file, read: rows_read, ...ledger }) => ({ file, rows_read, ...ledger }));
    const expected = truths.extracts.map(({ file, rows_read, accepted, duplicates, restated, reasons }) => ({
      file,
      rows_read,
      accepted,
      duplicates,
      restated,
      reasons,
    }));
    expect(found).toEqual(expected);
  });

  it('have labour lines of no more hours than the days that they cover, inside one month', () => {
    const lines = read.rows['labor']!;
    const broken = lines.filter(
      (line) =>
        daysCovered(line) < 1 ||
        Math.abs(Number(line['hours'])) > 24 * daysCovered(line) ||
        (line['period_start'] || line['work_date']!).slice(0, 7) !== line['work_date']!.slice(0, 7),
    );
    expect(lines.length).toBeGreaterThan(400_000);
    expect(broken).toEqual([]);
  });

  it('have labour lines only of people in post on the day, and from the day of hire on', () => {
    const inPost = new Map<string, [from: string, to: string][]>();
    for (const row of read.rows['roster']!) {
      const stay: [string, string] = [row['hire_date']!, row['term_date'] || '9999'];
      if (!inPost.get(row['worker_id']!)?.push(stay)) inPost.set(row['worker_id']!, [stay]);
    }
    const astray = read.rows['labor']!.filter((line) => {
      const last = line['work_date']!;
      const first = line['period_start'] || last;
      return !inPost.get(line['worker_id']!)?.some(([from, to]) => from <= first && last <= to);
    });
    expect(astray).toEqual([]);
  });

  it('name the line of each planted fault', { timeout: 3 * MINUTES }, () => {
    for (const { file, planted } of truths.extracts) {
      const rows = sampleRows(`northlake/${file}`);
      for (const fault of planted.filter(({ column }) => column !== '')) {
        const header = rows.find((row) => row.includes(fault.column))!;
        expect(rows[fault.line - 1]?.[header.indexOf(fault.column)], `${file}, line ${fault.line}`).toBe(fault.value);
      }
    }
  });

  it('have hours and money by month as counted once from the files', () => {
    expect([...months.keys()].sort()).toEqual(truths.months.map(({ month }) => month));
    for (const truth of truths.months) {
      const found = months.get(truth.month)!;
      expect(found.internalHours, truth.month).toBe(truth.internal_productive_hours);
      expect(found.pay, truth.month).toBe(truth.internal_pay_cents);
      expect(Math.abs(found.load - truth.employer_load_cents), truth.month).toBeLessThan(1);
      expect(found.externalHours, truth.month).toBeCloseTo(truth.external_productive_hours, 6);
      expect(found.externalCost, truth.month).toBe(truth.external_cost_cents);
      expect(found.unknownHours, truth.month).toBe(truth.external_hours_of_unknown_cost);
      expect(found.digital, truth.month).toBe(truth.digital_cents);
      expect(found.statements, truth.month).toBe(truth.statement_of_work_cents);
    }
  });

  it('have totals that are the sums of their months', () => {
    const columns = [
      'internal_productive_hours',
      'internal_pay_cents',
      'external_productive_hours',
      'external_cost_cents',
      'digital_cents',
      'statement_of_work_cents',
    ] as const;
    for (const column of columns) {
      const sum = (from: number, to: number) =>
        truths.months.slice(from, to).reduce((total, month) => total + month[column], 0);
      expect(sum(0, 30), column).toBe(truths.all[column]);
      expect(sum(18, 30), column).toBe(truths.last_12_months[column]);
      expect(sum(6, 18), column).toBe(truths.prior_12_months[column]);
    }
  });

  it('have unit contributions that sum to the gap, four fifths of its widening in three units', () => {
    const { last_12_months: now, prior_12_months: before, gap } = truths;
    const widened =
      now.external_share_cost - now.external_share_hours - (before.external_share_cost - before.external_share_hours);
    expect(gap.widened).toBeCloseTo(widened, 12);
    expect(gap.units.reduce((sum, unit) => sum + unit.adds - unit.added_before, 0)).toBeCloseTo(widened, 12);
    expect(gap.hot_units_share_of_widening).toBeGreaterThan(0.75);
    expect(gap.hot_units_share_of_widening).toBeLessThan(0.85);
  });

  it('tell the story: 12 % of hours, 20 % of cost, and a signal at the latest month', () => {
    expect(truths.last_12_months.external_share_hours).toBeCloseTo(0.12, 2);
    expect(truths.last_12_months.external_share_cost).toBeCloseTo(0.2, 2);
    for (const share of ['external_share_hours', 'external_share_cost'] as const) {
      const series = truths.months.map((month) => month[share]);
      expect(series.at(-1)!, share).toBeGreaterThan(upperLimit(series));
      expect(series[17]!, share).toBeLessThan(upperLimit(series.slice(0, 18)));
    }
  });

  it('count the people in post from the roster', () => {
    const people = new Map(
      read.rows['roster']!.filter(
        (row) =>
          row['worker_type'] !== 'digital_worker' && (row['term_date'] === '' || row['term_date']! >= '2026-09-30'),
      ).map((row) => [row['worker_id'], row['worker_type']!]),
    );
    const counts: Record<string, number> = {};
    for (const type of people.values()) counts[type] = (counts[type] ?? 0) + 1;
    expect(counts).toEqual(truths.active_people.by_worker_type);
  });
});

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Natural process limit: mean plus 2.66 times the mean moving range. */
function upperLimit(series: readonly number[]): number {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const ranges = series.slice(1).map((value, i) => Math.abs(value - series[i]!));
  return mean + (2.66 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length;
}
