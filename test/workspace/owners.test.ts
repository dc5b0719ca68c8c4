import { expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

it('splits and filters hours by the owner of the entity, or of the site where sites are entities', async () => {
  const folder = testFolder();
  const hours = csv(
    'entity,site,work_date,internal_hours,external_hours',
    ',015009,2025-01-01,30,10',
    ',015010,2025-01-01,20,0',
    'Solo,,2025-01-01,8,2',
    ',999999,2025-01-01,5,5',
  );
  const entities = csv('entity_id,name,parent', '015009,Home A,CHAIN', '015010,Home B,CHAIN', 'Solo,Solo,');
  const files = [writeInto(folder, 'hours.csv', hours), writeInto(folder, 'entities.csv', entities)];
  await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  const metrics = async (...words: string[]) =>
    (await runCommand(folder, 'metrics', '--in', 'w.muster', '--metric', 'external_share_hours', ...words)).json
      .metrics;
  const byOwner = (await metrics('--by', 'owner')).filter(({ variant }: { variant: string }) => variant === 'all');
  expect(byOwner.map(({ by, denominator }: Record<string, unknown>) => [by, denominator])).toEqual([
    [{ owner: 'CHAIN' }, 60],
    [{ owner: 'Solo' }, 10],
    [{ owner: 'unknown' }, 10],
  ]);
  expect((await metrics('--where', 'owner=CHAIN'))[0]).toMatchObject({ numerator: 10, denominator: 60 });
});
