import { beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../support/commands.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const target = (...words: string[]) => runCommand(folder, 'target', '--in', 'w.muster', ...words);
const decide = (dimension: string, ...words: string[]) =>
  target('--entity', 'East', '--dimension', dimension, ...words);

async function dimensionOf(id: string) {
  const { json } = await runCommand(folder, 'alignment', '--in', 'w.muster', '--entity', 'East', '--detail');
  return json.dimensions.find(({ dimension }: { dimension: string }) => dimension === id);
}

describe('targets of dimensions', () => {
  beforeAll(async () => {
    writeFileSync(join(folder, 'entities.csv'), 'entity_id,name,parent\nWest,West Health,\nEast,East Medical,West\n');
    writeFileSync(
      join(folder, 'policies.csv'),
      'entity,area,attribute,value\nEast,pay,night,3\nWest,pay,night,4\nCode,pay,night,3\n',
    );
    const files = ['entities.csv', 'policies.csv'];
    await runCommand(folder, 'import', ...files, '--into', 'w.muster');
  });

  it('hold a dimension against the written standard that was named for it', async () => {
    expect(await dimensionOf('policy_variance')).toMatchObject({ verdict: 'differs', value: 1, against: 'West' });
    await decide(
      'policy_variance',
      '--model',
      'standard',
      '--of',
      'Code',
      '--owner',
      'HR',
      '--due',
      '2026-12-31',
      '--cost',
      '-1200.50',
    );
    expect(await dimensionOf('policy_variance')).toMatchObject({
      verdict: 'aligned',
      value: 0,
      against: 'Code',
      target: { model: 'standard', of: 'Code', owner: 'HR', due: '2026-12-31', cost: -120_050 },
    });
  });

  it('replace the decision before on the same dimension, and list all', async () => {
    await decide('policy_variance', '--model', 'apart', '--reason', 'Own licence');
    await decide('retention', '--model', 'acquirer', '--score', '80');
    const { json } = await target();
    expect(json.targets).toMatchObject([
      { dimension: 'policy_variance', model: 'apart', of: null, reason: 'Own licence' },
      { dimension: 'retention', model: 'acquirer', score: 80 },
    ]);
    expect(await dimensionOf('policy_variance')).toMatchObject({ verdict: 'kept_apart' });
  });

  it('are taken back, and nothing is where nothing was decided', async () => {
    await decide('retention', '--withdraw');
    expect((await target()).json.targets).toMatchObject([{ dimension: 'policy_variance' }]);
    await expect(decide('retention', '--withdraw')).rejects.toMatchObject({ code: 'unknown_target' });
    await expect(decide('policy_variance', '--withdraw', '--model', 'apart')).rejects.toThrow('--withdraw');
  });

  it.each([
    [['--model', 'apart'], 'no_such'],
    [['--model', 'merge'], 'retention'],
    [['--model', 'standard'], 'retention'],
    [['--model', 'apart', '--of', 'West'], 'retention'],
    [['--model', 'entity', '--of', 'Nowhere'], 'retention'],
    [['--model', 'entity', '--of', 'East'], 'retention'],
    [['--model', 'acquirer', '--reason', 'because'], 'retention'],
    [['--model', 'apart', '--score', '101'], 'retention'],
    [['--model', 'apart', '--cost', 'much'], 'retention'],
    [['--model', 'apart', '--due', '31.12.2026'], 'retention'],
  ])('refuse %j of %s', async (words, dimension) => {
    await expect(decide(dimension, ...words)).rejects.toMatchObject({ code: 'usage' });
  });

  it('say which entities there are when one is not known, and ask for a model where no owner is', async () => {
    const align = (...words: string[]) => runCommand(folder, 'alignment', '--in', 'w.muster', ...words);
    await expect(align('--entity', 'North')).rejects.toThrow('it has Code, East, West');
    await expect(align('--entity', 'West')).rejects.toThrow('--against');
    await expect(align('--entity', 'East', '--against', 'East')).rejects.toThrow('itself');
  });
});
