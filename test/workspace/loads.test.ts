import { describe, expect, it } from 'vitest';
import { TupleTable } from '../../main/facts/tuple-table.ts';
import { parseIsoDay, parseIsoMonth } from '../../main/model/civil-day.ts';
import type { StoredRecord } from '../../main/ports/store.ts';
import { LoadTable } from '../../main/workspace/loads.ts';

type Row = [
  entity: string | null,
  family: string | null,
  type: string | null,
  from: string,
  fixed: number | null,
  variable: number | null,
];

const record = ([entity, family, type, from, fixed, variable]: Row, id: number): StoredRecord => ({
  id,
  batch: 1,
  line: id + 2,
  key: String(id),
  status: 0,
  values: [entity, family, type, parseIsoDay(from), fixed, variable],
  attributes: null,
});
const tuples = new TupleTable();

function loadOf(rows: Row[], codes: Record<string, string>, month = '2025-06') {
  const found = new LoadTable(rows.map(record)).of(tuples, tuples.idOf(codes), parseIsoMonth(month)!);
  return found && [found.fixed, found.variable];
}

describe('the employer load on pay', () => {
  const rn = { entity: 'Hill', job: 'RN', worker_type: 'employee_full_time' };

  it('is that of the most specific row: entity before job, job before worker type', () => {
    const rows: Row[] = [
      [null, null, null, '2024-01-01', 0.1, 0.01],
      [null, null, 'employee_full_time', '2024-01-01', 0.2, 0.02],
      [null, 'RN', null, '2024-01-01', 0.3, 0.03],
      ['Hill', null, null, '2024-01-01', 0.4, 0.04],
      ['Hill', 'RN', null, '2024-01-01', 0.5, 0.05],
    ];
    expect(loadOf(rows, rn)).toEqual([0.5, 0.05]);
    expect(loadOf(rows.slice(0, 4), rn)).toEqual([0.4, 0.04]);
    expect(loadOf(rows.slice(0, 3), rn)).toEqual([0.3, 0.03]);
    expect(loadOf(rows.slice(0, 2), rn)).toEqual([0.2, 0.02]);
    expect(loadOf(rows, { ...rn, entity: 'Dale', job: 'CNA', worker_type: 'per_diem' })).toEqual([0.1, 0.01]);
  });

  it('matches the job family where the extract has one, else the job', () => {
    const rows: Row[] = [['Hill', 'Nursing', null, '2024-01-01', 0.3, 0.03]];
    expect(loadOf(rows, { ...rn, job_family: 'Nursing' })).toEqual([0.3, 0.03]);
    expect(loadOf(rows, rn)).toBeNull();
  });

  it('is the one in force in the month, and before the first the earliest', () => {
    const rows: Row[] = [
      ['Hill', null, null, '2025-01-01', 0.2, 0.02],
      ['Hill', null, null, '2025-07-01', 0.3, 0.03],
    ];
    expect(['2024-12', '2025-01', '2025-06', '2025-07', '2027-01'].map((month) => loadOf(rows, rn, month)![0])).toEqual(
      [0.2, 0.2, 0.2, 0.3, 0.3],
    );
  });

  it('is none where no row fits, and a blank share is zero', () => {
    expect(loadOf([['Dale', null, null, '2024-01-01', 0.2, 0.02]], rn)).toBeNull();
    expect(loadOf([['Hill', null, null, '2024-01-01', 0.2, null]], rn)).toEqual([0.2, 0]);
    expect(new LoadTable([]).isEmpty).toBe(true);
  });

  it('leaves out rows that were restated', () => {
    const rows = [
      record(['Hill', null, null, '2024-01-01', 0.2, 0.02], 0),
      record(['Hill', null, null, '2024-01-01', 0.3, 0.03], 1),
    ];
    rows[0].status = 2;
    expect(new LoadTable(rows).of(tuples, tuples.idOf(rn), parseIsoMonth('2025-06')!)).toMatchObject({ fixed: 0.3 });
  });
});
