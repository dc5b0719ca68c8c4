import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const LONG = 'site,work_date,job_code,internal_hours,external_hours,census';

async function take(workspace: string, name: string, ...rows: string[]) {
  return (
    await runCommand(
      folder,
      'import',
      writeInto(folder, `${workspace}-${name}`, csv(LONG, ...rows)),
      '--into',
      workspace,
    )
  ).json.files[0];
}

async function figure(workspace: string, metric: string, ...words: string[]) {
  return (await runCommand(folder, 'metrics', '--in', workspace, '--metric', metric, ...words)).json.metrics[0];
}

const check = async (workspace: string) => (await runCommand(folder, 'check', '--in', workspace)).json;

describe('aggregate staffing with a record per job', () => {
  it('counts the census of a site-day once, however many records carry it', async () => {
    await take(
      'one.muster',
      'all.csv',
      'Main,2025-01-01,RN,20,4,10',
      'Main,2025-01-01,CNA,36,0,10',
      'North,2025-01-01,RN,10,0,5',
    );
    expect(await figure('one.muster', 'hours_per_unit')).toMatchObject({ numerator: 70, denominator: 15, rows: 3 });
    expect(await check('one.muster')).toEqual({ ok: true, findings: [] });
  });

  it('counts it once as well when its jobs come in two extracts', async () => {
    await take('two.muster', 'rn.csv', 'Main,2025-01-01,RN,20,4,10', 'North,2025-01-01,RN,10,0,5');
    await take('two.muster', 'cna.csv', 'Main,2025-01-01,CNA,36,0,10');
    expect(await figure('two.muster', 'hours_per_unit')).toMatchObject({ numerator: 70, denominator: 15, rows: 3 });
    expect(await check('two.muster')).toEqual({ ok: true, findings: [] });
  });

  it('keeps the census when the extract that brought it first is undone', async () => {
    await take('undo.muster', 'rn.csv', 'Main,2025-01-01,RN,20,4,10');
    await take('undo.muster', 'cna.csv', 'Main,2025-01-01,CNA,36,0,10');
    await runCommand(folder, 'undo', '--in', 'undo.muster', '--batch', '1');
    expect(await figure('undo.muster', 'hours_per_unit')).toMatchObject({ numerator: 36, denominator: 10 });
    expect(await check('undo.muster')).toEqual({ ok: true, findings: [] });
  });

  it('takes the same record again as a duplicate and other hours as a restatement, within a file and between files', async () => {
    expect(
      await take(
        'keys.muster',
        'a.csv',
        'Main,2025-01-01,RN,20,4,10',
        'Main,2025-01-01,RN,20,4,10',
        'Main,2025-01-02,RN,20,4,10',
        'Main,2025-01-02,RN,21,4,10',
      ),
    ).toMatchObject({ rows_read: 4, accepted: 3, duplicates: 1, restated: 1 });
    expect(
      await take('keys.muster', 'b.csv', 'Main,2025-01-01,RN,20,4,10', 'Main,2025-01-02,RN,22,4,10'),
    ).toMatchObject({ accepted: 1, duplicates: 1, restated: 1 });
    expect(await figure('keys.muster', 'productive_hours')).toMatchObject({ value: 24 + 26 });
    expect(await check('keys.muster')).toEqual({ ok: true, findings: [] });
  });

  it('leaves hours of days without a census, or with one of nobody, out of hours per resident day only', async () => {
    await take(
      'empty.muster',
      'a.csv',
      'Main,2025-01-01,RN,20,0,10',
      'Main,2025-01-02,RN,8,0,',
      'Main,2025-01-03,RN,6,0,0',
    );
    expect(await figure('empty.muster', 'hours_per_unit')).toMatchObject({ numerator: 20, denominator: 10 });
    expect(await figure('empty.muster', 'productive_hours')).toMatchObject({ value: 34, rows: 3 });
  });

  it('has hours of a class but of no worker type, and a blank is not zero hours of a record', async () => {
    await take('class.muster', 'a.csv', 'Main,2025-01-01,RN,30,10,10', 'Main,2025-01-02,RN,,10,10');
    expect(await figure('class.muster', 'external_share_hours')).toMatchObject({
      numerator: 20,
      denominator: 50,
      rows: 2,
    });
    expect(await figure('class.muster', 'external_share_hours', '--where', 'worker_type=agency')).toMatchObject({
      value: null,
      absence: 'no_base',
    });
    expect(await figure('class.muster', 'external_share_hours', '--where', 'worker_class=external')).toMatchObject({
      value: 1,
      rows: 2,
    });
  });

  it('takes what is left of all hours for own hours where only contract hours stand beside them', async () => {
    const file = writeInto(
      folder,
      'totals.csv',
      csv(
        'site,work_date,total_hours,external_hours,internal_hours',
        'Main,2025-01-01,30.5,10,',
        'Main,2025-01-02,30,10,19',
        'Main,2025-01-03,30,,',
        'Main,2025-01-04,9,10,',
      ),
    );
    const { json } = await runCommand(folder, 'import', file, '--into', 'totals.muster');
    // Contract hours beyond all hours cannot be.
    expect(json.files[0]).toMatchObject({ accepted: 3, quarantined: 1, reasons: { out_of_range: 1 } });
    // 20.5 and the 19 given; where contract hours are blank own hours are unknown.
    expect(await figure('totals.muster', 'external_share_hours')).toMatchObject({ numerator: 20, denominator: 59.5 });
  });
});
