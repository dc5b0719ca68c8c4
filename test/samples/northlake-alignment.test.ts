import { describe, expect, it } from 'vitest';
import { type Row, readNorthlake } from './northlake-reader.ts';
import { sampleJson } from './sample-files.ts';

type Ranked = { dimension: string; what: string; people: number | null; cents_a_year: number };
type Pay = {
  job_code: string;
  northlake_job_code: string;
  people: number;
  northlake_people: number;
  band_cents: { min: number; mid: number; max: number };
  wasserstein_cents: number;
  to_minimum: { people: number; cents_a_week: number };
  to_midpoint: { people: number; cents_a_week: number };
  above_maximum: { people: number };
};
type Shifts = {
  entity: string;
  rows: number;
  required_hours: number;
  worked_internal_hours: number;
  worked_external_hours: number;
  gap_hours: number;
  share_by_shift_hours: Record<string, number>;
  share_by_shift_hours_on_wards: Record<string, number>;
  share_by_shift_hours_in_operating_rooms: Record<string, number>;
  lead_days: { least: number; most: number; mean: number };
};
type Failing = {
  people: number;
  without_any_required: number;
  by_control: { control: string; people: number; without: number }[];
};
type Hours = { worked: number; outside: number };
type Truths = {
  misalignments: {
    suppliers: { supplier: string; cents_paid_above_northlake_rates: number; planted_bayside_rate_factor: number }[];
    pay: { job_code: string; people_below_minimum: number; cents_a_year_to_reach_minimum: number }[];
  };
  alignment: {
    ranked_by_money: Ranked[];
    crosswalk: {
      heads: number;
      job_alignment: number;
      heads_by_status: Record<string, number>;
      jobs: { job_code: string; means: string; heads: number; status: string; titles: Record<string, number> }[];
    };
    ranked_dimensions_by_money: { dimension: string; cents_a_year: number }[];
    narrow_spans: { managers: number; northlake_median_reports: number; posts_beyond: number; cents_a_year: number };
    pay_by_job: Pay[];
    rate_card_gaps: { supplier: string; cents: number; hours: number }[];
    shifts: Shifts[];
    spans: { entity: string; median: number; own_staff: number[]; with_outside_workers: number[] }[];
    policies: Record<'equal' | 'compatible' | 'conflicting' | 'one_side', string[]> & {
      attributes: number;
      by_relation: Record<string, number>;
      adopted_by_bayside: { attribute: string; from: string }[];
      by_month_since_close: { month: string; conflicting: number; jaccard: number }[];
    };
    short_notice: {
      units_and_jobs_with_both: { unit: string; job_code: string; late: Hours; early: Hours }[];
      ratio_of_outside_shares: number;
      jobs: { job_code: string; late_share_of_outside: number }[];
    };
    credentials: {
      required: { northlake: string[]; bayside: string[] };
      jaccard: number;
      own_rule: Record<'northlake' | 'bayside', { own_staff: Failing; outside: Failing }>;
      others_rule: Record<'bayside_under_northlakes', { own_staff: Failing; outside: Failing }>;
      said_current_but_expired: number;
    };
  };
};

const { alignment, misalignments } = sampleJson<Truths>('northlake/truths.json');
const KINDS = new Set(['roster', 'bands', 'crosswalk', 'policies', 'rates', 'credentials', 'shifts']);
const { rows } = readNorthlake((kind) => KINDS.has(kind));
const LAST = '2026-09-30';
const OWN = new Set(['employee_full_time', 'employee_part_time', 'per_diem', 'float_pool', 'internal_agency']);
const inPost = rows['roster']!.filter(
  (row) => row['worker_type'] !== 'digital_worker' && (row['term_date'] === '' || row['term_date']! >= LAST),
);
const own = inPost.filter((row) => OWN.has(row['worker_type']!));
const isBayside = (row: Row) => row['entity'] === 'Bayside';
const cents = (row: Row, column = 'base_rate') => Math.round(Number(row[column]) * 100);
const sum = <T>(items: readonly T[], valueOf: (item: T) => number) =>
  items.reduce((all, item) => all + valueOf(item), 0);


function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Policies of an entity on a day: of several on one matter the one that began last. */
function inForce(entity: string, day: string): Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows['policies']!) {
    const matter = `${row['area']}: ${row['attribute']}`;
    if (row['entity'] !== entity || row['valid_from']! > day) continue;
    if (row['valid_from']! >= (latest.get(matter)?.['valid_from'] ?? '')) latest.set(matter, row);
  }
  return [...latest.values()];
}

describe('the alignment truths of Northlake', () => {
  it('rank what costs money from the dearest down, short notice first, then the agency and nurses’ pay', () => {
    const money = alignment.ranked_by_money.map((item) => item.cents_a_year);
    expect(money).toEqual(money.toSorted((a, b) => b - a));
    expect(alignment.ranked_by_money.slice(0, 3).map(({ dimension }) => dimension)).toEqual([
      'scheduling',
      'suppliers',
      'pay',
    ]);
    const dimensions = alignment.ranked_dimensions_by_money;
    expect(dimensions.map(({ dimension }) => dimension)).toEqual([
      'span_of_control',
      'scheduling',
      'supplier_overlap',
      'pay_distance',
      'policy_variance',
    ]);
    expect(dimensions.map((each) => each.cents_a_year)).toEqual(
      dimensions.map((each) => each.cents_a_year).toSorted((a, b) => b - a),
    );
    const pay = alignment.ranked_by_money.filter(({ dimension }) => dimension === 'pay');
    expect(Object.fromEntries(pay.map(({ what, cents_a_year: year }) => [what.split(' ')[0], year]))).toEqual(
      Object.fromEntries(misalignments.pay.map((each) => [each.job_code, each.cents_a_year_to_reach_minimum])),
    );
  });

  it('have Bayside’s pay against the bands in force, to the cent', () => {
    const band = (job: string) =>
      rows['bands']!.filter((row) => row['entity'] === 'Northlake' && row['job_code'] === job)
        .toSorted((a, b) => (a['valid_from']! < b['valid_from']! ? -1 : 1))
        .at(-1)!;
    for (const truth of alignment.pay_by_job) {
      const people = own.filter((row) => isBayside(row) && row['job_code'] === truth.job_code);
      const peers = own.filter((row) => !isBayside(row) && row['job_code'] === truth.northlake_job_code);
      const inForce = band(truth.northlake_job_code);
      expect(truth).toMatchObject({
        people: people.length,
        northlake_people: peers.length,
        band_cents: { min: cents(inForce, 'min'), mid: cents(inForce, 'mid'), max: cents(inForce, 'max') },
      });
      for (const [target, { people: below, cents_a_week: weekly }] of [
        [truth.band_cents.min, truth.to_minimum],
        [truth.band_cents.mid, truth.to_midpoint],
      ] as const) {
        const short = people.filter((row) => cents(row) < target);
        expect(below, truth.job_code).toBe(short.length);
        expect(weekly, truth.job_code).toBe(
          sum(short, (row) => (target - cents(row)) * Number(row['scheduled_hours'])),
        );
      }
      expect(truth.wasserstein_cents, truth.job_code).toBeCloseTo(
        wasserstein(
          people.map((row) => cents(row)),
          peers.map((row) => cents(row)),
        ),
        6,
      );
    }
  });

  it('have nobody at Northlake outside a band', () => {
    for (const row of own.filter((each) => !isBayside(each))) {
      const band = rows['bands']!.findLast(
        (each) => each['entity'] === row['entity'] && each['job_code'] === row['job_code'],
      )!;
      expect(cents(row), row['worker_id']).toBeGreaterThanOrEqual(cents(band, 'min'));
      expect(cents(row), row['worker_id']).toBeLessThanOrEqual(cents(band, 'max'));
    }
  });

  it('have heads by what the crosswalk makes of their job', () => {
    const { heads_by_status: byStatus, heads, jobs } = alignment.crosswalk;
    const targets = (job: string) => rows['crosswalk']!.filter((row) => row['job_code'] === job).length;
    const bayside = own.filter(isBayside);
    const counted = (count: (targets: number) => boolean) =>
      bayside.filter((row) => count(targets(row['job_code']!))).length;
    expect(heads).toBe(bayside.length);
    expect(byStatus).toEqual({
      one_to_one: counted((n) => n === 1),
      split: counted((n) => n > 1),
      unmapped: counted((n) => n === 0),
    });
    expect(alignment.crosswalk.job_alignment).toBeCloseTo(byStatus['one_to_one']! / heads, 12);
    for (const job of jobs) {
      const titles: Record<string, number> = {};
      for (const row of bayside.filter((each) => each['job_code'] === job.job_code))
        titles[row['job_title']!] = (titles[row['job_title']!] ?? 0) + 1;
      expect(job.titles).toEqual(titles);
    }
  });

  it('have Bayside’s rate cards above Northlake’s by the planted factors, under the names on its invoices', () => {
    const cards = rows['rates']!.filter((row) => row['rate_type'] === 'regular' && row['valid_to'] === '');
    const serving = new Set(alignment.rate_card_gaps.map(({ supplier }) => supplier));
    const both = misalignments.suppliers.filter(({ supplier }) => serving.has(supplier));
    expect(both.map((each) => each.planted_bayside_rate_factor)).toEqual([1.06, 1, 1.09]);
    for (const { supplier, planted_bayside_rate_factor: factor } of both) {
      const like = (row: Row) => row['supplier']!.toLowerCase().startsWith(supplier.toLowerCase());
      for (const card of cards.filter((row) => like(row) && row['site'] === 'Bayside')) {
        const job = { PCT: 'CNA' }[card['job_code']!] ?? card['job_code'];
        const peer = cards.find((row) => like(row) && row['site'] !== 'Bayside' && row['job_code'] === job)!;
        expect(Number(card['rate']) / Number(peer['rate']), `${supplier} ${job}`).toBeCloseTo(factor, 3);
      }
    }
    for (const { supplier, cents: gap } of alignment.rate_card_gaps) {
      const paid = both.find((each) => each.supplier === supplier)!.cents_paid_above_northlake_rates;
      expect(Math.abs(gap - paid), supplier).toBeLessThanOrEqual(0.06 * paid);
    }
  });

  it('have the hours of the shift extract by entity, and opposite shift lengths on wards and in operating rooms', () => {
    for (const truth of alignment.shifts) {
      const shifts = rows['shifts']!.filter((row) => row['entity'] === truth.entity);
      const worked = (row: Row) => Number(row['worked_internal']) + Number(row['worked_external']);
      const lead = shifts.map((row) => (Date.parse(row['shift_date']!) - Date.parse(row['posted_date']!)) / 86_400_000);
      expect(truth).toMatchObject({
        rows: shifts.length,
        required_hours: sum(shifts, (row) => Number(row['required'])),
        worked_internal_hours: sum(shifts, (row) => Number(row['worked_internal'])),
        worked_external_hours: sum(shifts, (row) => Number(row['worked_external'])),
        gap_hours: sum(shifts, (row) => Math.max(0, Number(row['required']) - worked(row))),
        lead_days: { least: Math.min(...lead), most: Math.max(...lead) },
      });
      expect(truth.lead_days.mean).toBeCloseTo(sum(lead, (each) => each) / lead.length, 9);
      for (const [length, share] of Object.entries(truth.share_by_shift_hours)) {
        const ofLength = sum(
          shifts.filter((row) => row['shift_hours'] === length),
          worked,
        );
        expect(share).toBeCloseTo(ofLength / sum(shifts, worked), 12);
      }
      // Everything is in whole shifts, so hours are heads times the length.
      for (const row of shifts) expect(Number(row['required']) % Number(row['shift_hours'])).toBe(0);
    }
    const [northlake, bayside] = ['Northlake', 'Bayside'].map((id) =>
      alignment.shifts.find(({ entity }) => entity === id)!,
    );
    expect([northlake!.share_by_shift_hours_on_wards, bayside!.share_by_shift_hours_on_wards]).toEqual([
      { 12: 1 },
      { 8: 1 },
    ]);
    expect([
      northlake!.share_by_shift_hours_in_operating_rooms,
      bayside!.share_by_shift_hours_in_operating_rooms,
    ]).toEqual([{ 8: 1 }, { 12: 1 }]);
    expect(northlake!.lead_days.least).toBeGreaterThan(bayside!.lead_days.mean);
  });

  it('have spans of control as the roster names managers, narrower at Bayside', () => {
    const entityOf = new Map(inPost.map((row) => [row['worker_id'], row['entity']]));
    const spans = (people: readonly Row[], entity: string) => {
      const counts = new Map<string, number>();
      for (const { manager_id: manager = '' } of people)
        if (entityOf.get(manager) === entity) counts.set(manager, (counts.get(manager) ?? 0) + 1);
      return [...counts.values()].sort((a, b) => a - b);
    };
    for (const truth of alignment.spans) {
      expect(truth.own_staff).toEqual(spans(own, truth.entity));
      expect(truth.with_outside_workers).toEqual(spans(inPost, truth.entity));
    }
    const median = (entity: string) => alignment.spans.find((span) => span.entity === entity)!.median;
    expect(median('Bayside')).toBeLessThanOrEqual(0.7 * median('Northlake'));
    expect(inPost.filter(({ manager_id: manager }) => manager === '').length).toBe(1);
  });

  it('have as many of Bayside’s managers beyond need as Northlake’s median span leaves, at their mean pay', () => {
    const people = new Map(inPost.map((row) => [row['worker_id'], row]));
    const sides = [new Map<Row, number>(), new Map<Row, number>()];
    for (const row of inPost) {
      const manager = people.get(row['manager_id']);
      if (!manager || isBayside(manager) !== isBayside(row)) continue;
      const side = sides[isBayside(row) ? 1 : 0]!;
      side.set(manager, (side.get(manager) ?? 0) + 1);
    }
    const [northlake, bayside] = sides as [Map<Row, number>, Map<Row, number>];
    const spans = [...northlake.values()].sort((a, b) => a - b);
    const median = (spans[Math.floor((spans.length - 1) / 2)]! + spans[Math.floor(spans.length / 2)]!) / 2;
    const beyond = bayside.size - Math.ceil(sum([...bayside.values()], (reports) => reports) / median);
    const pay = sum([...bayside.keys()], (row) => cents(row) * Number(row['scheduled_hours']) * 52) / bayside.size;
    expect(alignment.narrow_spans).toMatchObject({
      managers: bayside.size,
      northlake_median_reports: median,
      posts_beyond: beyond,
      cents_a_year: Math.round(beyond * pay),
    });
  });

  it('have shifts posted late filled by agencies as stated, against those of the same unit and job posted early', () => {
    const late = (row: Row) => daysBetween(row['posted_date']!, row['shift_date']!) < 28;
    const hours = (some: readonly Row[]) => ({
      worked: sum(some, (row) => Number(row['worked_internal']) + Number(row['worked_external'])),
      outside: sum(some, (row) => Number(row['worked_external'])),
    });
    const bayside = rows['shifts']!.filter((row) => isBayside(row) && row['job_code'] !== 'PCT');
    const { units_and_jobs_with_both: both, jobs, ratio_of_outside_shares: ratio } = alignment.short_notice;
    for (const { unit, job_code: job, late: told, early } of both) {
      const own = bayside.filter((row) => row['unit'] === unit && row['job_code'] === job);
      expect(told).toEqual(hours(own.filter(late)));
      expect(early).toEqual(hours(own.filter((row) => !late(row))));
    }
    const withBoth = new Set(bayside.filter((row) => !late(row)).map((row) => `${row['unit']}|${row['job_code']}`));
    expect(new Set(both.map(({ unit, job_code: job }) => `${unit}|${job}`))).toEqual(withBoth);
    for (const { job_code: job, late_share_of_outside: share } of jobs) {
      const own = bayside.filter((row) => row['job_code'] === job);
      expect(share).toBeCloseTo(hours(own.filter(late)).outside / hours(own).outside, 12);
    }
    const weighed = (part: 'early' | 'late', other: 'early' | 'late') =>
      sum(both, (each) => (each[part].outside * each[other].worked) / (each.late.worked + each.early.worked));
    expect(ratio).toBeCloseTo(weighed('early', 'late') / weighed('late', 'early'), 12);
    // An agency takes over one in twenty of the shifts that own staff would work, so there is more of it where it is late.
    expect(ratio).toBeLessThan(0.9);
  });

  it('have rules in conflict and controls in common month by month since the close', () => {
    const list = (entity: string, day: string, area: boolean) =>
      inForce(entity, day).filter((row) => (row['area'] === 'credential rules') === area);
    for (const { month, jaccard } of alignment.policies.by_month_since_close) {
      const required = ['Northlake', 'Bayside'].map(
        (entity) =>
          new Set(
            list(entity, `${month}-31`, true)
              .filter((row) => row['value'] !== 'not required')
              .map((row) => row['attribute']!),
          ),
      );
      const both = [...required[0]!].filter((control) => required[1]!.has(control)).length;
      expect(jaccard, month).toBeCloseTo(both / new Set([...required[0]!, ...required[1]!]).size, 12);
    }
    const counts = alignment.policies.by_month_since_close.map(({ conflicting }) => conflicting);
    expect(counts[0]).toBe(counts.at(-1)! + alignment.policies.adopted_by_bayside.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('have policies related as stated: the same writing is equal, and only lists can be compatible', () => {
    const value = (entity: string, name: string) =>
      inForce(entity, LAST).find((row) => `${row['area']}: ${row['attribute']}` === name)?.['value'];
    const { policies } = alignment;
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/(\d\.\d*?)0+\b/g, '$1');
    const pair = (name: string) => [value('Northlake', name), value('Bayside', name)] as const;
    for (const name of policies.equal) expect(plain(pair(name)[0]!), name).toBe(plain(pair(name)[1]!));
    for (const name of [...policies.compatible, ...policies.conflicting])
      expect(plain(pair(name)[0]!), name).not.toBe(plain(pair(name)[1]!));
    for (const name of policies.compatible) {
      const [longer, shorter] = pair(name)
        .map((value) => value!.split('; '))
        .sort((a, b) => b.length - a.length);
      expect(
        shorter!.every((item) => longer!.includes(item)),
        name,
      ).toBe(true);
    }
    for (const name of policies.one_side) expect(pair(name).filter((each) => each === undefined).length, name).toBe(1);
    const { equal, compatible, conflicting, one_side: oneSide } = policies;
    expect(equal.length + compatible.length + conflicting.length + oneSide.length).toBe(policies.attributes);
  });

  it('have required controls as the policies name them, and who is without one on 30 September 2026', () => {
    const { credentials } = alignment;
    const rules = (entity: string) =>
      inForce(entity, LAST).filter((row) => row['area'] === 'credential rules' && row['value'] !== 'not required');
    const side = { northlake: rules('Northlake'), bayside: rules('Bayside') };
    expect(side.northlake.map((row) => row['attribute'])).toEqual(credentials.required.northlake);
    expect(side.bayside.map((row) => row['attribute'])).toEqual(credentials.required.bayside);
    const union = new Set([...credentials.required.northlake, ...credentials.required.bayside]);
    const both = credentials.required.northlake.filter((control) => credentials.required.bayside.includes(control));
    expect(credentials.jaccard).toBeCloseTo(both.length / union.size, 12);

    const holds = (row: Row) =>
      row['status'] === 'exempt' || (row['status'] === 'current' && (row['expires'] === '' || row['expires']! >= LAST));
    const held = new Set(rows['credentials']!.filter(holds).map((row) => `${row['worker_id']}|${row['control']}`));
    const failing = (people: readonly Row[], rule: readonly Row[]): Failing => {
      const by = rule.map((policy) => {
        const jobs = policy['value']!.startsWith('required for ') ? policy['value']!.slice(13).split('; ') : null;
        const subject = people.filter((row) => jobs === null || jobs.includes(row['job_code']!));
        const control = policy['attribute']!;
        return { control, subject, without: subject.filter((row) => !held.has(`${row['worker_id']}|${control}`)) };
      });
      return {
        people: people.length,
        without_any_required: new Set(by.flatMap(({ without }) => without)).size,
        by_control: by.map(({ control, subject, without }) => ({
          control,
          people: subject.length,
          without: without.length,
        })),
      };
    };
    const outside = inPost.filter((row) => !OWN.has(row['worker_type']!));
    const at = (people: readonly Row[], bayside: boolean) => people.filter((row) => isBayside(row) === bayside);
    expect(credentials.own_rule.northlake).toEqual({
      own_staff: failing(at(own, false), side.northlake),
      outside: failing(at(outside, false), side.northlake),
    });
    expect(credentials.own_rule.bayside).toEqual({
      own_staff: failing(at(own, true), side.bayside),
      outside: failing(at(outside, true), side.bayside),
    });
    expect(credentials.others_rule.bayside_under_northlakes).toEqual({
      own_staff: failing(at(own, true), side.northlake),
      outside: failing(at(outside, true), side.northlake),
    });
    expect(credentials.said_current_but_expired).toBe(
      rows['credentials']!.filter(
        (row) => row['status'] === 'current' && row['expires'] !== '' && row['expires']! < LAST,
      ).length,
    );
  });
});

/** Area between two quantile functions, laid over a common grid: the other road to what the books compute from distributions. */
function wasserstein(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a, b].map((values) => values.toSorted((p, q) => p - q)) as [number[], number[]];
  let area = 0;
  let [i, j] = [0, 0];
  let from = 0;
  while (i < x.length && j < y.length) {
    const [endX, endY] = [(i + 1) / x.length, (j + 1) / y.length];
    const to = Math.min(endX, endY);
    area += Math.abs(x[i]! - y[j]!) * Math.max(0, to - from);
    from = to;
    if (endX <= to + 1e-12) i++;
    if (endY <= to + 1e-12) j++;
  }
  return area;
}
