import { join } from 'node:path';
import { csv, writeInto } from './folder.ts';
import { importFile, openWorkspace } from './workspace.ts';

/**
 * A workspace file with something in every table: facts with duplicates and rejected rows, records of several kinds,
 * attributes, site names and an undone batch.
 */
export async function filledWorkspace(folder: string, name = 'filled.muster'): Promise<string> {
  const path = join(folder, name);
  const workspace = openWorkspace(path);
  const extract = (file: string, ...rows: string[]) => importFile(workspace, writeInto(folder, file, csv(...rows)));
  const labor = 'worker_id,work_date,pay_code,hours,cost,currency,entity,site,job_code,worker_type,shift';
  const line = (i: number, day: string, cost: string) =>
    `W${i % 40},${day},${['regular', 'overtime', 'ZB1'][i % 3]},${1 + (i % 9)},${cost},USD,Hill,Main,RN,${i % 4 === 0 ? 'agency' : 'employee_full_time'},night`;
  await extract(
    'one.csv',
    labor,
    ...Array.from({ length: 3_000 }, (_, i) => line(i, `2025-0${1 + (i % 6)}-1${i % 7}`, `${i % 97}.5${i % 10}`)),
    'W1,2025-02-30,regular,8,1.00,USD,Hill,Main,RN,agency,day',
  );
  await extract(
    'two.csv',
    labor,
    ...Array.from({ length: 500 }, (_, i) =>
      line(i, `2025-0${1 + (i % 6)}-1${i % 7}`, i % 10 === 0 ? '' : `${i % 97}.5${i % 10}`),
    ),
  );
  await extract(
    'journal.csv',
    'PROVNUM,PROVNAME,STATE,COUNTY_NAME,WorkDate,MDScensus,Hrs_RN_emp,Hrs_RN_ctr',
    ...Array.from(
      { length: 60 },
      (_, i) => `01539${i % 6},Elm House,AL,Franklin,2025010${1 + (i % 9)},8${i % 10},${i}.5,3`,
    ),
  );
  await extract(
    'invoices.csv',
    'invoice_id,line_id,supplier,worker_id,work_date,hours,amount,currency,status',
    'I1,1,Crest,W4,2025-01-14,8,480.00,USD,final',
    'I1,2,Crest,W8,2025-02-14,8,99.00,USD,void',
    'I2,1,Crest,,2025-02-14,8,oops,USD,final',
  );
  await extract('loads.csv', 'entity,job_family,valid_from,fixed_load,variable_load', 'Hill,RN,2024-01-01,0.12,0.08');
  await extract('entities.csv', 'entity_id,name,fiscal_year_start,care_setting', 'Hill,Hill Hospital,7,acute');
  await extract(
    'roster.csv',
    'worker_id,name,hire_date,worker_type,entity',
    'W1,Ann Élan,2020-01-01,employee_full_time,Hill',
    'W2,Bo,2021-01-01,agency,Hill',
  );
  await extract('volumes.csv', 'site,unit,date,measure,value', 'Main,,2025-01-31,patient_days,310.5');
  await extract('gone.csv', labor, line(7, '2025-06-30', '5.00'));
  workspace.undo(9);
  workspace.mapPayCode('ZB1', 'incentive');
  workspace.close();
  return path;
}
