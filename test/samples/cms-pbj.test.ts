import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleBytes, sampleJson, sampleRows } from './sample-files.ts';

type Share = { hours: number; contract_hours: number; contract_share: number | null };
type FileTruths = {
  file: string;
  rows: number;
  all_roles: Share;
  by_role: Record<string, Share>;
  by_month: Record<string, Share>;
  by_state: Record<string, Share>;
};

const PUBLISHED = 'PBJ_Daily_Nurse_Staffing_Q2_2024.csv';
const SAMPLE = 'pbj_sample.csv.gz';
const truths = new Map(sampleJson<FileTruths[]>('cms-pbj/truths.json').map((truth) => [truth.file, truth]));

describe('the CMS sample', () => {
  it('has the bytes that its provenance states', () => {
    const provenance = sampleBytes('cms-pbj/PROVENANCE.md').toString('utf8');
    expect(provenance).toContain(hash(sampleBytes(`cms-pbj/${PUBLISHED}`)));
    expect(provenance).toContain(hash(gunzipSync(sampleBytes(`cms-pbj/${SAMPLE}`))));
  });

  it('has a headline contract share of 6.454 %, by role and month as known beforehand', () => {
    const sample = truths.get(SAMPLE)!;
    expect(sample.all_roles).toMatchObject({ hours: 482025.41, contract_hours: 31107.75 });
    expect(sample.all_roles.contract_share).toBeCloseTo(0.06454, 5);
    const shares = (group: Record<string, Share>, keys: string[]) =>
      keys.map((key) => Number((group[key]!.contract_share! * 100).toFixed(2)));
    expect(shares(sample.by_role, ['RN', 'LPN', 'CNA'])).toEqual([7.44, 8.01, 6.65]);
    expect(shares(sample.by_month, ['2025-01', '2025-02', '2025-03'])).toEqual([6.66, 7.4, 5.38]);
  });

  it.each([PUBLISHED, SAMPLE])('has truths for %s that a second reading of the file gives', (file) => {
    const truth = truths.get(file)!;
    const [header = [], ...rows] = sampleRows(`cms-pbj/${file}`);
    const sum = (ending: string) => {
      const columns = header.flatMap((name, i) => (name.startsWith('Hrs_') && name.endsWith(ending) ? [i] : []));
      return rows.reduce((total, row) => total + columns.reduce((hours, i) => hours + Number(row[i]), 0), 0);
    };
    expect(rows).toHaveLength(truth.rows);
    expect(sum('_ctr')).toBeCloseTo(truth.all_roles.contract_hours, 4);
    expect(sum('_ctr') + sum('_emp')).toBeCloseTo(truth.all_roles.hours, 4);
  });

  it.each([PUBLISHED, SAMPLE])('has groups in %s that add up to the whole', (file) => {
    const { all_roles: whole, ...truth } = truths.get(file)!;
    for (const group of [truth.by_role, truth.by_month, truth.by_state]) {
      expect(Object.values(group).reduce((total, share) => total + share.hours, 0)).toBeCloseTo(whole.hours, 4);
      expect(Object.values(group).reduce((total, share) => total + share.contract_hours, 0)).toBeCloseTo(
        whole.contract_hours,
        4,
      );
    }
  });
});

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
