import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../main/commands/parse-arguments.ts';
import { COMMANDS } from '../../main/commands/registry.ts';
import { commandContext, runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const WORKSPACE = join(folder, 'deal.muster');

/** Hill and Bay have six people each, who work 10 hours a month at 30 an hour; Bay is acquired in March. */
beforeAll(async () => {
  const people = ['Hill', 'Bay'].flatMap((entity) =>
    Array.from({ length: 6 }, (_, i) => ({ entity, id: `${entity}${i}` })),
  );
  const files = {
    'entities.csv': csv('entity_id,name,parent,close_date', 'Hill,Hill,,', 'Bay,Bay Medical,Hill,2025-03-01'),
    'labor.csv': csv(
      'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type',
      ...people.flatMap(({ entity, id }) =>
        [1, 2, 3, 4].map(
          (month) => `${id},2025-0${month}-10,regular,10,300.00,USD,${entity},${entity} site,ICU,RN,employee_full_time`,
        ),
      ),
    ),
    'roster.csv': csv(
      'worker_id,worker_type,entity,site,unit,job_code,hire_date,term_date,term_reason,observed_from,observed_to',
      ...people.map(({ entity, id }) =>
        [
          id,
          'employee_full_time',
          entity,
          'Main',
          'ICU',
          'RN',
          '2025-01-15',
          id === 'Bay5' ? '2025-02-10' : '',
          id === 'Bay5' ? 'Resigned' : '',
          '2025-01-01',
          '2025-04-30',
        ].join(','),
      ),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    writeInto(folder, name, text);
    await runCommand(folder, 'import', name, '--into', WORKSPACE);
  }
});

async function ask<Answer>(name: string, structure: string, ...words: string[]): Promise<Answer> {
  return (await runCommand(folder, name, '--in', WORKSPACE, '--structure', structure, ...words)).json as Answer;
}

describe('a structure on the command line', () => {
  it('gives figures and the rows beneath them', async () => {
    const words = ['--metric', 'productive_hours', '--from', '2025-01', '--to', '2025-03'];
    for (const [structure, hours] of [
      ['then', 180 + 60],
      ['today', 180 + 180],
    ] as const) {
      const { metrics } = await ask<{ metrics: { value: number; rows: number }[] }>('metrics', structure, ...words);
      expect(metrics[0]).toMatchObject({ value: hours, rows: hours / 10 });
      expect((await ask<{ total: number }>('rows', structure, ...words)).total).toBe(hours / 10);
    }
  });

  it('explains a change of cost', async () => {
    const words = ['--from', '2025-01', '--to', '2025-03', '--by', 'entity'];
    const costs = async (structure: string) =>
      (await ask<{ cells: { by: { entity: string }; status: string }[] }>('pvm', structure, ...words)).cells.map(
        ({ by, status }) => `${by.entity} ${status}`,
      );
    expect(await costs('then')).toEqual(['Bay new', 'Hill continued']);
    expect(await costs('today')).toEqual(['Bay continued', 'Hill continued']);
  });

  it('follows people from the close on, or from their hire', async () => {
    const curve = async (structure: string) =>
      (await ask<{ curves: { n: number; events: number }[] }>('survival', structure)).curves[0];
    expect(await curve('then')).toMatchObject({ n: 11, events: 0 });
    expect(await curve('today')).toMatchObject({ n: 12, events: 1 });
  });

  it('is that of a deck', async () => {
    const asked: unknown[] = [];
    const brief = COMMANDS.get('brief')!;
    const words = ['--in', WORKSPACE, '--out', 'deck.pdf', '--structure', 'then'];
    await brief.run(parseArguments(brief, words), {
      ...commandContext(folder),
      brief: async ({ filters }) => {
        asked.push(filters?.structure);
        return { out: 'deck.pdf', pages: 1, sha256: '' };
      },
    });
    expect(asked).toEqual(['then']);
  });

  it('is then or today', async () => {
    await expect(ask('metrics', 'tomorrow')).rejects.toThrow('--structure can be then or today, not "tomorrow".');
  });
});
