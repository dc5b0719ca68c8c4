import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { testFolder } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';
import expected from './expected.json';

allowForStorage();

const EXTRACTS = ['entities', 'roster', 'labor', 'shifts', 'crosswalk', 'bands', 'policies'];
const folder = testFolder();

type Row = Record<string, number | string | null | string[]> & {
  dimension: string;
  options: { id: string; people: number; cost: number | null }[];
};

describe('the golden case of alignment', () => {
  let rows: Map<string, Row>;
  let summary: Record<string, unknown>;

  beforeAll(async () => {
    const files = EXTRACTS.map((name) => `${import.meta.dirname}/${name}.csv`);
    const { json } = await runCommand(folder, 'import', ...files, '--into', 'w.muster');
    expect(json.files.map(({ quarantined }: { quarantined: number }) => quarantined)).toEqual(EXTRACTS.map(() => 0));
    const { dimensions, ...rest } = (
      await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail')
    ).json;
    summary = rest;
    rows = new Map((dimensions as Row[]).map((row) => [row.dimension, row]));
  });

  it.each(['pay_distance', 'mix_distance', 'scheduling', 'span_of_control'] as const)(
    'gives the value of %s, its p over all 56 arrangements and its noise floor as SciPy does',
    (id) => {
      const { value, p, floor } = expected[id];
      expect(rows.get(id)).toMatchObject({
        value: expect.closeTo(value, 9),
        p: expect.closeTo(p, 12),
        noise_floor: expect.closeTo(floor, 9),
        score: expect.closeTo(expected.scores[id], 8),
      });
    },
  );

  it('gives maps, rules and overlaps as worked out by hand, without any noise band', () => {
    for (const id of ['job_alignment', 'policy_variance', 'credential_overlap', 'supplier_overlap'] as const) {
      expect(rows.get(id)).toMatchObject({
        ...expected[id],
        value: expect.closeTo(expected[id].value, 12),
        score: expect.closeTo(expected.scores[id], 10),
        noise_floor: null,
        p: null,
        lower: null,
      });
    }
  });

  it('prices three ways to level pay, the minimum being the cost to close', () => {
    const pay = rows.get('pay_distance')!;
    expect(pay.options).toMatchObject(Object.entries(expected.level_up).map(([id, option]) => ({ id, ...option })));
    expect(pay).toMatchObject({ cost: expected.level_up.minimum.cost, people: expected.level_up.minimum.people });
  });

  it('says what cannot be measured, and what extract would change that', () => {
    expect(rows.get('deployment')).toMatchObject({ verdict: 'not_measured', missing: ['labor'], value: null });
    expect(rows.get('retention')).toMatchObject({ verdict: 'not_measured', missing: ['roster'], value: null });
    expect(summary['coverage']).toBe(0.8);
  });

  it('sums up as the geometric mean and the worst dimension do', () => {
    expect(summary).toMatchObject({
      entity: 'East',
      against: 'West',
      crosswalk_version: 1,
      index: expect.closeTo(expected.index, 8),
      worst: expected.worst,
    });
    const { index, index_lower: lower, index_upper: upper } = summary as Record<string, number>;
    expect(lower).toBeLessThan(index);
    expect(upper).toBeGreaterThan(index);
  });

  it('does not call the smallest p of 56 arrangements a difference where several dimensions are tested at once', () => {
    // Holm: 4 × 1/56 is above 0.05.
    for (const id of ['pay_distance', 'mix_distance', 'scheduling'])
      expect(rows.get(id)).toMatchObject({ verdict: 'no_detectable_difference' });
  });
});
