import { describe, expect, it } from 'vitest';
import { type Row, readNorthlake } from './northlake-reader.ts';
import { sampleJson } from './sample-files.ts';

type Turnover = {
  period: string;
  of: string;
  from: string;
  to: string;
  separations: number;
  separations_by_reason: Record<string, number>;
  leavers_under_one_year: number;
  person_days: number;
  turnover: number | null;
  turnover_annualized: number | null;
};
type Month = {
  month: string;
  entity: string;
  in_post_at_end: number;
  person_days: number;
  hires: number;
  conversions: number;
  rehires_bridged: number;
  transfers_in: number;
  transfers_out: number;
  separations: number;
  separations_by_class: Record<string, number>;
};
type Followed = { people: number; left_within_90: number; left_within_180: number; mean_days_kept_of_180: number };
type Truths = {
  retention: {
    reason_classes: Record<string, string>;
    spells: { total: number; in_post_at_end: number };
    turnover_by_period: Turnover[];
    turnover_by_month: Month[];
    hire_cohorts: { of: string; from: string; to: string; hired: number; left_within: Record<string, number | null> }[];
    post_close: { acquired: Followed; hired_elsewhere: Followed };
    hot_units: {
      planted: string[];
      by_unit: { unit: string; leavers: number; expected_leavers: number; ratio: number }[];
    };
    rehires_bridged: { worker: string; left: string; back: string }[];
    transfers: { worker: string; last_day: string; first_day: string }[];
    conversions: { worker: string; last_day: string; first_day: string }[];
  };
  assignments: {
    by_outcome: Record<string, number>;
    ended_at_least_90_days_ago: { chains: number; converted: number };
  };
};

/** A stay in the system; days are counted from 1970. */
type Spell = { rows: Row[]; start: number; end: number | null; entity: string };

const { retention, assignments } = sampleJson<Truths>('northlake/truths.json');
const { rows } = readNorthlake((kind) => kind === 'roster' || kind === 'assignments');
const HEADLINE = new Set(['employee_full_time', 'employee_part_time', 'float_pool', 'internal_agency']);
const [FIRST, LAST, CLOSE] = ['2024-04-01', '2026-09-30', '2025-12-01'].map(day) as [number, number, number];
const roster = rows['roster']!.filter((row) => HEADLINE.has(row['worker_type']!));
const spells = spellsOf(roster);
const leavers = spells.filter(({ end }) => end !== null);
const inService = (spell: Spell) => spell.end! - day(spell.rows[0]!['original_hire_date']!) + 1;

function day(iso: string): number {
  return Date.parse(iso) / 86_400_000;
}

/** Roster rows of a person follow each other in one spell where they are at most ninety days apart. */
function spellsOf(all: readonly Row[]): Spell[] {
  const spells: Spell[] = [];
  const latest = new Map<string, Spell>();
  for (const row of all.toSorted((a, b) => (a['hire_date']! < b['hire_date']! ? -1 : 1))) {
    const [start, end] = [day(row['hire_date']!), row['term_date'] ? day(row['term_date']) : null];
    const before = latest.get(row['worker_id']!);
    if (before && before.end !== null && start - before.end <= 90) {
      before.rows.push(row);
      Object.assign(before, { end, entity: row['entity'] });
    } else {
      const spell = { rows: [row], start, end, entity: row['entity']! };
      spells.push(spell);
      latest.set(row['worker_id']!, spell);
    }
  }
  return spells;
}

function personDays(from: number, to: number, counts: (row: Row) => boolean): number {
  return roster.filter(counts).reduce((sum, row) => {
    const end = row['term_date'] ? day(row['term_date']) : LAST;
    return sum + Math.max(0, Math.min(end, to) - Math.max(day(row['hire_date']!), from) + 1);
  }, 0);
}

describe('the retention truths of Northlake', () => {
  it('count as many spells as the roster makes of its rows', () => {
    expect(retention.spells).toEqual({
      total: spells.length,
      in_post_at_end: spells.filter(({ end }) => end === null || end >= LAST).length,
    });
  });

  it.each(retention.turnover_by_period)('have turnover of $of in $period as the roster has it', (truth) => {
    const [from, to] = [day(truth.from), day(truth.to)];
    const sinceClose = truth.of.endsWith('as_owned');
    const named = truth.of.replace(/_?as_owned$/, '');
    const ofIt = (entity: string) => named === 'system' || named === '' || named === entity;
    const isOwned = (entity: string, on: number) => !sinceClose || entity !== 'Bayside' || on >= CLOSE;
    const left = leavers.filter(
      ({ end, entity }) => end! >= from && end! <= to && ofIt(entity) && isOwned(entity, end!),
    );
    const bayside = Math.max(from, sinceClose ? CLOSE : from);
    const days =
      personDays(from, to, (row) => ofIt(row['entity']!) && row['entity'] !== 'Bayside') +
      personDays(bayside, to, (row) => ofIt(row['entity']!) && row['entity'] === 'Bayside');
    expect(truth.separations).toBe(left.length);
    expect(truth.leavers_under_one_year).toBe(left.filter((spell) => inService(spell) <= 365).length);
    expect(truth.person_days).toBe(days);
    if (days === 0) expect([truth.turnover, truth.turnover_annualized]).toEqual([null, null]);
    else {
      expect(truth.turnover).toBeCloseTo(left.length / (days / (to - from + 1)), 12);
      expect(truth.turnover_annualized).toBeCloseTo((left.length * 365) / days, 12);
    }
    const reasons = left.map(({ rows: own }) => own.at(-1)!['term_reason'] || '(blank)');
    for (const [reason, count] of Object.entries(truth.separations_by_reason))
      expect(reasons.filter((each) => each === reason).length, reason).toBe(count);
  });

  it('have months in which those in post are those before plus who came minus who left', () => {
    const byEntity = new Map<string, Month[]>();
    for (const month of retention.turnover_by_month) {
      if (!byEntity.get(month.entity)?.push(month)) byEntity.set(month.entity, [month]);
    }
    const onDay = (entity: string, on: number) =>
      roster.filter(
        (row) =>
          row['entity'] === entity &&
          day(row['hire_date']!) <= on &&
          (row['term_date'] === '' || day(row['term_date']!) >= on),
      ).length;
    for (const [entity, months] of byEntity) {
      expect(months.length).toBe(30);
      // A rehire's first leaving is no separation, so it is taken from the roster: rows that end and are followed by another.
      const away = (month: string) =>
        spells
          .flatMap(({ rows: own }) => own.slice(0, -1))
          .filter(
            (row) =>
              row['entity'] === entity && row['term_date']!.startsWith(month) && row['term_reason'] !== 'Transfer',
          ).length;
      months.slice(1).forEach((month, i) => {
        const before = months[i]!;
        const came = month.hires + month.conversions + month.rehires_bridged + month.transfers_in;
        const gone = month.separations + month.transfers_out + away(month.month);
        // Who leaves on the last day of a month is in post on it and gone in the next.
        const onLastDay = (at: string) =>
          roster.filter((row) => row['entity'] === entity && row['term_date']! === lastOf(at)).length;
        expect(month.in_post_at_end, `${entity} ${month.month}`).toBe(
          before.in_post_at_end - onLastDay(before.month) + came - gone + onLastDay(month.month),
        );
        expect(month.in_post_at_end).toBe(onDay(entity, day(lastOf(month.month))));
      });
    }
  });

  it('have classes of reasons that add up, and some that nobody can class', () => {
    const sums: Record<string, number> = {};
    for (const { separations, separations_by_class: classes } of retention.turnover_by_month) {
      expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(separations);
      for (const [name, count] of Object.entries(classes)) sums[name] = (sums[name] ?? 0) + count;
    }
    const found: Record<string, number> = {};
    for (const { end, rows: own } of leavers) {
      const name = retention.reason_classes[own.at(-1)!['term_reason']!]!;
      if (end! >= FIRST) found[name] = (found[name] ?? 0) + 1;
    }
    expect(found).toEqual(sums);
    expect(sums['unclassified']).toBeGreaterThan(100);
  });

  it('have cohorts by quarter of hire, blank where not all could be seen long enough', () => {
    for (const cohort of retention.hire_cohorts) {
      const hired = spells.filter(
        ({ start, rows: [first] }) =>
          start >= day(`${cohort.from}-01`) &&
          start <= day(lastOf(cohort.to)) &&
          (cohort.of === 'system' || first!['entity'] !== 'Bayside' || start >= CLOSE),
      );
      expect(cohort.hired).toBe(hired.length);
      for (const [days, left] of Object.entries(cohort.left_within)) {
        if (left === null) expect(day(lastOf(cohort.to)) + Number(days) - 1).toBeGreaterThan(LAST);
        else
          expect(left).toBe(hired.filter(({ start, end }) => end !== null && end - start + 1 <= Number(days)).length);
      }
    }
  });

  it('have people who came with Bayside leave sooner after the close than people hired elsewhere since', () => {
    const acquired = spells.filter(
      ({ start, rows: own }) =>
        start < CLOSE &&
        own.some(
          (row) =>
            row['entity'] === 'Bayside' &&
            day(row['hire_date']!) <= CLOSE &&
            (row['term_date'] === '' || day(row['term_date']!) >= CLOSE),
        ),
    );
    const hired = spells.filter(
      ({ start, rows: own }) => start >= CLOSE && start + 179 <= LAST && own[0]!['entity'] !== 'Bayside',
    );
    const followed = (group: readonly Spell[], from: (spell: Spell) => number): Followed => {
      const days = group.map((spell) => (spell.end === null ? Infinity : spell.end - from(spell) + 1));
      return {
        people: group.length,
        left_within_90: days.filter((each) => each <= 90).length,
        left_within_180: days.filter((each) => each <= 180).length,
        mean_days_kept_of_180: days.reduce((sum, each) => sum + Math.min(each, 180), 0) / group.length,
      };
    };
    const { post_close: truth } = retention;
    expect(truth.acquired).toMatchObject(followed(acquired, () => CLOSE));
    expect(truth.hired_elsewhere).toMatchObject(followed(hired, ({ start }) => start));
    expect(truth.hired_elsewhere.mean_days_kept_of_180 - truth.acquired.mean_days_kept_of_180).toBeGreaterThan(8);
  });

  it('have two units of Northlake lose people at twice what is expected, and no other of its size', () => {
    const { planted, by_unit: units } = retention.hot_units;
    for (const { unit, leavers: left } of units)
      expect(left, unit).toBe(
        leavers.filter(({ end, rows: own }) => end! >= FIRST && own.at(-1)!['unit'] === unit).length,
      );
    const large = units.filter(({ unit, expected_leavers: expected }) => expected >= 10 && !unit.includes('Bayside'));
    const beyondTwo = large.filter(({ ratio }) => ratio > 2).map(({ unit }) => unit);
    expect(beyondTwo.sort()).toEqual([...planted].sort());
  });

  it('have each transfer, rehire and conversion in the roster under one worker id', () => {
    const rowsOf = (worker: string) => rows['roster']!.filter((row) => row['worker_id'] === worker);
    for (const { worker, last_day: last, first_day: first } of [...retention.transfers, ...retention.conversions]) {
      expect(
        rowsOf(worker).some((row) => row['term_date'] === last),
        worker,
      ).toBe(true);
      expect(
        rowsOf(worker).some((row) => row['hire_date'] === first),
        worker,
      ).toBe(true);
    }
    for (const { last_day: last, first_day: first } of retention.transfers) expect(day(first)).toBe(day(last) + 1);
    for (const { last_day: last, first_day: first } of retention.conversions)
      expect(day(first) - day(last)).toBeLessThanOrEqual(90);
    for (const { left, back } of retention.rehires_bridged) expect(day(back) - day(left)).toBeLessThanOrEqual(90);
    expect(retention.transfers.length).toBeGreaterThan(15);
    expect(retention.conversions.length).toBeGreaterThan(10);
    expect(retention.rehires_bridged.length).toBeGreaterThan(30);
  });

  it('have assignments whose conversions are followed by employment', () => {
    const all = rows['assignments']!;
    const counts: Record<string, number> = {};
    for (const row of all) counts[row['outcome'] || '(ongoing)'] = (counts[row['outcome'] || '(ongoing)'] ?? 0) + 1;
    expect(counts).toEqual(assignments.by_outcome);
    const converted = all.filter(({ outcome }) => outcome === 'converted').map((row) => row['worker_id']);
    expect(converted.sort()).toEqual(retention.conversions.map(({ worker }) => worker).sort());
    const renewed = new Set(all.map((row) => row['renewal_of']));
    const ended = all.filter(
      (row) => !renewed.has(row['assignment_id']!) && row['end_date'] !== '' && day(row['end_date']!) <= LAST - 90,
    );
    expect(assignments.ended_at_least_90_days_ago).toMatchObject({
      chains: ended.length,
      converted: ended.filter(({ outcome }) => outcome === 'converted').length,
    });
  });
});

/** Last day of a month such as 2025-02. */
function lastOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
