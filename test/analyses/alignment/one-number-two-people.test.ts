import { expect, it } from 'vitest';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';

allowForStorage();

const EXTRACTS: Record<string, string> = {
  'entities.csv': csv('entity_id,parent,close_date', 'West,,', 'East,West,2025-03-01'),
  'roster.csv': csv(
    'worker_id,name,entity,site,job_code,hire_date',
    '1,Ann Bell,West,W,RN,2020-01-06',
    '2,Bo Cole,West,W,RN,2020-01-06',
    '1,Ida Jung,East,E,RN,2021-02-01',
    '2,Kay Lund,East,E,RN,2021-02-01',
    '3,Max Ochs,East,E,RN,2025-06-02',
  ),
  'policies.csv': csv('entity,area,attribute,value', ...['West', 'East'].map((e) => `${e},credentials,BLS,required`)),
};

async function whoFails(credentials: string): Promise<{ people: number; notes: string[] }> {
  const folder = testFolder();
  const files = Object.entries({ ...EXTRACTS, 'credentials.csv': credentials });
  const written = files.map(([name, text]) => writeInto(folder, name, text));
  await runCommand(folder, 'import', ...written, '--into', 'w.muster');
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail');
  return json.dimensions.find(({ dimension }: { dimension: string }) => dimension === 'credential_overlap');
}

it('takes a credential for that of whom its entity means by the number, on equal days too', async () => {
  const held = csv(
    'worker_id,entity,control,issued',
    '1,West,BLS,2024-05-06',
    '2,West,BLS,2024-05-06',
    '1,East,BLS,2024-05-06',
  );
  // Kay Lund and Max Ochs hold none, whatever Bo Cole holds.
  expect(await whoFails(held)).toMatchObject({ people: 2 });
});

it('does not guess whose a credential is where no entity is named', async () => {
  const { people, notes } = await whoFails(csv('worker_id,control,issued', '1,BLS,2024-05-06', '2,BLS,2024-05-06'));
  expect(people).toBe(1);
  expect(notes.join()).toContain('4 people share a number with somebody of another payroll');
});
