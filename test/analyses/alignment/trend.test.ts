import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

it('scores each month since the close by the year up to it, on one version of the crosswalk', async () => {
  const folder = testFolder();
  // East begins without agency hours and has as many as West from March on.
  const agency = { '01': 0, '02': 0, '03': 300 };
  const lines = Object.entries(agency).flatMap(([month, hours]) => {
    const day = `2025-${month}-28`;
    const line = (site: string, type: string, amount: number) =>
      `${site}${type},${day},${site === 'E' ? 'East' : 'West'},${site},${type},regular,${amount},2025-${month}-01`;
    return [
      line('E', 'employee_full_time', 100),
      line('W', 'employee_full_time', 100),
      line('W', 'agency', 100),
    ].concat(hours > 0 ? [line('E', 'agency', hours)] : []);
  });
  const files = [
    writeInto(
      folder,
      'labor.csv',
      csv('worker_id,work_date,entity,site,worker_type,pay_code,hours,period_start', ...lines),
    ),
    writeInto(
      folder,
      'entities.csv',
      csv('entity_id,parent,close_date,name', 'West,,,West', 'East,West,2025-02-01,East'),
    ),
  ];
  await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  const { trend } = (await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail')).json;
  // scipy 1.17.1: 100·(1 − jensenshannon([200, 0], [200, 200], base=2)); by March both sides have 300 and 300.
  expect(trend).toMatchObject([
    { month: '2025-02', index: null, scores: { mix_distance: expect.closeTo(44.207695471585616, 9) } },
    { month: '2025-03', index: null, scores: { mix_distance: 100 } },
  ]);
});
