import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

it('takes a supplier for the one of the target model that it is mapped to, as the model writes it', async () => {
  const folder = testFolder();
  const bill = (entity: string, supplier: string, amount: number) =>
    `${entity}-${supplier},1,${supplier},W1,agency,2025-03-03,${entity},RN,regular,100,${amount},USD,final`;
  const files = [
    ['entities.csv', csv('entity_id,name,parent', 'West,West,', 'East,East,West')],
    [
      'invoices.csv',
      csv(
        'invoice_id,line_id,supplier,worker_id,worker_type,work_date,entity,job_code,rate_type,hours,amount,currency,status',
        bill('West', 'Medi-Temp GmbH', 6000),
        bill('West', 'Aya', 4000),
        bill('East', 'MTG', 7000),
        bill('East', 'Solo', 3000),
      ),
    ],
    ['crosswalk.csv', csv('domain,entity,job_code,target_job_code', 'supplier,East,MTG,Medi-Temp GmbH')],
  ].map(([name, text]) => writeInto(folder, name, text));
  await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East');
  const suppliers = json.dimensions.find(({ dimension }: { dimension: string }) => dimension === 'supplier_overlap');
  // 60 % of what the model pays and 70 % of what the entity does; 100 hours at 10 more an hour in March, which has 31 days.
  expect(suppliers).toMatchObject({ value: 0.6, cost: Math.round((-100 * 1000 * 365) / 31) });
});
