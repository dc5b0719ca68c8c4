import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

it('prices hours of a supplier of both by the rate card of the model where it bought none in the month', async () => {
  const folder = testFolder();
  const bill = (entity: string, day: string, amount: number) =>
    `${entity},1,Acme Inc.,W1,agency,${day},${entity},${entity}1,RN,regular,100,${amount},USD,final`;
  const files = [
    ['entities.csv', csv('entity_id,name,parent', 'West,West,', 'East,East,West')],
    [
      'invoices.csv',
      csv(
        'invoice_id,line_id,supplier,worker_id,worker_type,work_date,entity,site,job_code,rate_type,hours,amount,currency,status',
        bill('West', '2025-02-03', 4000),
        bill('East', '2025-03-03', 7000),
      ),
    ],
    [
      'rates.csv',
      csv(
        'supplier,job_code,site,rate_type,valid_from,valid_to,rate,currency',
        'ACME LLC,RN,West1,regular,2024-01-01,2024-12-31,10.00,USD',
        'ACME LLC,RN,West1,regular,2025-01-01,,50.00,USD',
        'ACME LLC,RN,West1,overtime,2025-01-01,,1.00,USD',
        'ACME LLC,RN,East1,regular,2025-01-01,,1.00,USD',
      ),
    ],
  ].map(([name, text]) => writeInto(folder, name, text));
  await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East');
  const suppliers = json.dimensions.find(({ dimension }: { dimension: string }) => dimension === 'supplier_overlap');
  // 100 hours at 20 more an hour in February and March, which have 59 days.
  expect(suppliers.cost).toBe(Math.round((-100 * 2000 * 365) / 59));
});
