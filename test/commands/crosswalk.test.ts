import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAcceptances } from '../../main/commands/crosswalk-acceptances.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { runCommand } from '../support/commands.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const crosswalk = (...words: string[]) => runCommand(folder, 'crosswalk', '--in', 'w.muster', ...words);
type Code = { code: string; state: string; suggestions: { code: string; score: number; reasons: string[] }[] };
const states = (codes: Code[]) => codes.map(({ code, state }) => `${code} ${state}`);

describe('the crosswalk on the command line', () => {
  beforeAll(async () => {
    const workspace = openWorkspace(join(folder, 'w.muster'));
    const title = {
      RN1: 'RN ED',
      AIDE: 'Nurse aide',
      KITCH: 'Cook',
      N10: 'Registered Nurse, Emergency',
      N20: 'Nursing Assistant',
    };
    await importFile(
      workspace,
      writeInto(
        folder,
        'roster.csv',
        csv(
          'worker_id,worker_type,entity,site,job_code,job_title,hire_date',
          ...Object.entries(title).map(
            ([code, name], i) =>
              `W${i},employee_full_time,${code.startsWith('N') ? 'North' : 'Hill'},Main ${i},${code},"${name}",2020-01-01`,
          ),
        ),
      ),
    );
    await importFile(
      workspace,
      writeInto(
        folder,
        'entities.csv',
        csv('entity_id,name,parent,close_date', 'Hill,Hill Hospital,North,2020-01-01', 'North,North Health,,'),
      ),
    );
    workspace.close();
  });

  it('lists suggestions with score and reasons, for the entity acquired last against its owner', async () => {
    const { json, exitCode } = await crosswalk();
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      entity: 'Hill',
      against: 'North',
      domain: 'job',
      crosswalk_version: 0,
      accept_above: 0.9,
      batch: null,
      decided: 0,
      history: [],
    });
    const [aide] = json.codes as Code[];
    expect(aide).toMatchObject({ code: 'AIDE', suggestions: [{ code: 'N20', score: 1 }] });
    expect(aide.suggestions[0].reasons[0]).toBe('All words agree: nurse, assistant.');
    expect(json.totals).toContainEqual({ state: 'unmapped', codes: 3, heads: 3, hours: 0 });
  });

  it('decides above a score and by name at once, and reproduces the version before', async () => {
    const { json } = await crosswalk('--accept-above', '0.9', '--accept', 'KITCH=');
    expect(json).toMatchObject({ crosswalk_version: 1, batch: 3, decided: 3 });
    expect(states(json.codes)).toEqual(['AIDE one_to_one', 'KITCH none', 'RN1 one_to_one']);
    const split = await crosswalk('--accept', 'AIDE=N20:0.75', '--accept', 'AIDE=N10:0.25');
    expect(states(split.json.codes)[0]).toBe('AIDE split');
    expect((await crosswalk('--accept-above', '0.9')).json).toMatchObject({ batch: null, decided: 0 });
    expect(states((await crosswalk('--version', '1')).json.codes)[0]).toBe('AIDE one_to_one');
    expect((await crosswalk()).json.history).toMatchObject([
      { crosswalk_version: 1, action: 'decided', by: 'analyst' },
      { crosswalk_version: 2, action: 'decided', by: 'analyst' },
    ]);
    const batches = await runCommand(folder, 'batches', '--in', 'w.muster');
    expect(batches.json.batches.at(-1)).toMatchObject({ kind: 'crosswalk', file: 'Harmonisation of Hill: 1 job' });
    await runCommand(folder, 'undo', '--in', 'w.muster', '--batch', '4');
    expect(states((await crosswalk()).json.codes)[0]).toBe('AIDE one_to_one');
  });

  it.each([
    [['--domain', 'person'], /--domain can be job, supplier, unit, pay_code, worker_type, not "person"/],
    [['--accept-above', '90'], /--accept-above takes a score above 0 and up to 1, not "90"/],
    [['--accept', 'KITCH'], /--accept takes JOB=TARGET/],
    [['--accept', 'KITCH=N10', '--version', '1'], /leave out --version to decide/],
    [['--accept', 'NONE=N10'], /"NONE" does not occur in Hill/],
    [['--version', '9'], /There is no version 9/],
    [['--entity', 'Dale'], /"Dale" is neither an entity/],
  ])('refuses %j', async (words, message) => {
    await expect(crosswalk(...words)).rejects.toThrow(message);
  });
});

describe('acceptances as they are typed', () => {
  it('tell one to one, split and none apart', () => {
    expect(parseAcceptances(['A=X', 'B=Y:0.7', 'B=Z:.3', 'C='])).toEqual([
      { code: 'A', targets: [{ code: 'X', share: 1 }] },
      {
        code: 'B',
        targets: [
          { code: 'Y', share: 0.7 },
          { code: 'Z', share: 0.3 },
        ],
      },
      { code: 'C', targets: [] },
    ]);
  });

  it('keep a colon that belongs to a code', () => {
    expect(parseAcceptances(['A=X:Y'])).toEqual([{ code: 'A', targets: [{ code: 'X:Y', share: 1 }] }]);
  });

  it.each([[['A=', 'A=X']], [['A=X', 'A=']]])('refuse %j, which says two things', (texts) => {
    expect(() => parseAcceptances(texts)).toThrow(/both that A has a target and that it has none/);
  });
});
