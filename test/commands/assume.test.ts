import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { filledWorkspace } from '../support/filled.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';

allowForStorage();

const folder = testFolder();
const assume = (...words: string[]) => runCommand(folder, 'assume', '--in', 'filled.muster', ...words);

describe('assumptions of a workspace', () => {
  beforeAll(() => filledWorkspace(folder));

  it('stand at ranges until the user gives others, and keep those', async () => {
    const { json } = await assume();
    expect(json.assumptions[0]).toMatchObject({ assumption: 'days_to_fill', unit: 'days', low: 30, high: 90 });
    await assume('--set', 'days_to_fill=45..70.5', '--set', 'cover_share=0.8');
    const after = (await assume()).json.assumptions;
    expect(after[0]).toMatchObject({ low: 45, high: 70.5 });
    expect(after[1]).toMatchObject({ assumption: 'cover_share', low: 0.8, high: 0.8 });
    expect(after[2]).toMatchObject({ assumption: 'orientation_hours', low: 40, high: 120 });
  });

  it('go back to the range that stands by itself', async () => {
    await assume('--set', 'days_to_fill=1..2');
    const { json } = await assume('--set', 'days_to_fill=default');
    expect(json.assumptions[0]).toMatchObject({ low: 30, high: 90 });
  });

  it('are refused by name where they are none or make no sense', async () => {
    await expect(assume('--set', 'luck=1..2')).rejects.toThrow(/"luck" is no assumption; they are days_to_fill/);
    await expect(assume('--set', 'cover_share=0.5..2')).rejects.toThrow('within 0..1, not 0.5..2');
    await expect(assume('--set', 'days_to_fill=90..30')).rejects.toThrow('not 90..30');
    await expect(assume('--set', 'days_to_fill=soon')).rejects.toThrow('KEY=LOW..HIGH, not "days_to_fill=soon"');
  });
});
