import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrosswalkDecision, HarmonisationRequest, TargetShare } from '../../main/contract/harmonisation.ts';
import { harmonise } from '../../main/harmonisation/harmonise.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { importFile, openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();
const JOBS: HarmonisationRequest = { domain: 'job', entity: 'Hill', against: 'North', version: null };

/** People of two entities: of Hill 7 nurses, 5 aides, 2 chaplains and a cook; of North nurses, aides and clerks. */
const POSTS: [entity: string, code: string, title: string, people: number, cents: number][] = [
  ['Hill', 'RN1', 'RN Emerg days', 7, 4000],
  ['Hill', 'PCA', 'Nurse aide', 5, 1900],
  ['Hill', 'CHAPL', 'Chaplain', 2, 3000],
  ['Hill', 'KITCH', 'Cook', 1, 1700],
  ['North', 'N10', 'Registered Nurse, Emergency', 9, 4200],
  ['North', 'N20', 'Nursing Assistant', 6, 2000],
  ['North', 'N30', 'Unit Clerk', 6, 1900],
];

async function twoEntities(name: string): Promise<Workspace> {
  const workspace = openWorkspace(join(folder, `${name}.muster`));
  const add = (file: string, ...lines: string[]) =>
    importFile(workspace, writeInto(folder, `${name}-${file}`, csv(...lines)));
  const people = POSTS.flatMap(([entity, code, title, count, cents]) =>
    Array.from({ length: count }, (_, i) => ({ id: `${entity}-${code}-${i}`, entity, code, title, cents })),
  );
  await add(
    'roster.csv',
    'worker_id,worker_type,entity,site,unit,job_code,job_title,hire_date,base_rate,currency',
    ...people.map(
      ({ id, entity, code, title, cents }) =>
        `${id},employee_full_time,${entity},${entity},"${code === 'RN1' ? 'ED' : 'Emergency'}, ${entity}",${code},"${title}",2020-01-01,${cents / 100},USD`,
    ),
  );
  await add(
    'labor.csv',
    'worker_id,work_date,pay_code,hours,cost,currency,entity,site,job_code,worker_type,supplier',
    ...people.map(
      ({ id, entity, code, cents }) =>
        `${id},2025-03-10,regular,10,${cents / 10},USD,${entity},${entity},${code},employee_full_time,`,
    ),
    'X1,2025-03-10,regular,12,900,USD,Hill,Hill,RN1,agency,CREST STAFFING LLC',
    'X2,2025-03-10,regular,12,900,USD,North,North,N10,agency,"Crest Staffing, Inc."',
  );
  return workspace;
}

async function withTwoEntities(name: string, use: (workspace: Workspace) => void): Promise<void> {
  const workspace = await twoEntities(name);
  try {
    use(workspace);
    expect(workspace.check()).toEqual([]);
  } finally {
    workspace.close();
  }
}

describe('harmonisation', () => {
  it('lists the jobs of an entity with most people first, with hours and the likeliest target', () =>
    withTwoEntities('lists', (workspace) => {
      const model = harmonise(workspace.view(), JOBS);
      expect(
        model.codes.map(({ code, title, heads, hours, state, suggestions }) => [
          code,
          title,
          heads,
          hours,
          state,
          suggestions.at(0)?.code ?? null,
        ]),
      ).toEqual([
        ['RN1', 'RN Emerg days', 7, 82, 'unmapped', 'N10'],
        ['PCA', 'Nurse aide', 5, 50, 'unmapped', 'N20'],
        ['CHAPL', 'Chaplain', 2, 20, 'unmapped', null],
        ['KITCH', 'Cook', 1, 10, 'unmapped', null],
      ]);
      expect(model.codes[0].suggestions[0].reasons.map(({ text }) => text)).toContain(
        'Median pay is 5% lower: $40.00 against $42.00 an hour.',
      );
      expect(model.codes[0].suggestions[0].reasons.map(({ text }) => text)).toContain('Both work in emergency.');
      expect(model.totals.unmapped).toEqual({ codes: 4, heads: 15, hours: 162 });
      expect(model).toMatchObject({ version: 0, history: [], missing: [] });
    }));

  it('finds one agency that both sides name in their own way', () =>
    withTwoEntities('suppliers', (workspace) => {
      const { codes } = harmonise(workspace.view(), { ...JOBS, domain: 'supplier' });
      expect(codes.map(({ code, suggestions }) => [code, suggestions[0].code, suggestions[0].score])).toEqual([
        ['CREST STAFFING LLC', 'Crest Staffing, Inc.', 1],
      ]);
    }));

  it('says that a roster would be needed where none tells how many people there are', async () => {
    const workspace = openWorkspace(join(folder, 'hours-only.muster'));
    await importFile(
      workspace,
      writeInto(
        folder,
        'hours-only.csv',
        csv(
          'worker_id,work_date,pay_code,hours,entity,job_code,worker_type',
          'A,2025-03-10,regular,8,Hill,RN,agency',
          'B,2025-03-10,regular,8,North,RN,agency',
        ),
      ),
    );
    const model = harmonise(workspace.view(), JOBS);
    expect(model.codes).toMatchObject([{ code: 'RN', heads: null, hours: 8 }]);
    expect(model.totals.unmapped).toEqual({ codes: 1, heads: null, hours: 8 });
    expect(model.missing).toEqual(['roster']);
    workspace.close();
  });
});

describe('decisions', () => {
  it('are a batch with who and when, which changes what the codes are and can be undone', () =>
    withTwoEntities('decided', (workspace) => {
      const result = workspace.decide(JOBS, [
        { code: 'RN1', targets: [{ code: 'N10', share: 1 }] },
        {
          code: 'PCA',
          targets: [
            { code: 'N20', share: 0.8 },
            { code: 'N30', share: 0.2 },
          ],
        },
        { code: 'CHAPL', targets: [] },
      ]);
      expect(result).toEqual({ batch: 3, version: 1, decided: 3 });
      const model = harmonise(workspace.view(), JOBS);
      expect(model.codes.map(({ code, state }) => `${code} ${state}`)).toEqual([
        'RN1 one_to_one',
        'PCA split',
        'CHAPL none',
        'KITCH unmapped',
      ]);
      expect(model.codes[0].decided).toMatchObject({ batch: 3, by: 'analyst' });
      expect(model.history).toMatchObject([
        { version: 1, batch: 3, action: 'decided', by: 'analyst', counts: true, file: 'Harmonisation of Hill: 3 jobs' },
      ]);
      expect(workspace.store.batches().at(-1)).toMatchObject({ kind: 'crosswalk', rowsRead: 4, accepted: 4 });

      expect(workspace.undo(3)).toMatchObject({ rows: 4 });
      expect(harmonise(workspace.view(), JOBS).totals.unmapped.codes).toBe(4);
      expect(harmonise(workspace.view(), { ...JOBS, version: 1 }).totals.split).toEqual({
        codes: 1,
        heads: 5,
        hours: 50,
      });
      expect(harmonise(workspace.view(), JOBS).history.map(({ action, counts }) => [action, counts])).toEqual([
        ['decided', false],
        ['undone', false],
      ]);
    }));

  it('leave the suggestions as they were, until an extract brings another job to map to', async () => {
    const workspace = await twoEntities('suggested');
    const suggested = () =>
      harmonise(workspace.view(), JOBS).codes.map(({ code, suggestions }) => [code, suggestions.at(0)?.code ?? null]);
    const before = suggested();
    workspace.decide(JOBS, [{ code: 'RN1', targets: [{ code: 'N10', share: 1 }] }]);
    expect(suggested()).toEqual(before);
    const cook = csv(
      'worker_id,worker_type,entity,site,job_code,job_title,hire_date',
      'North-N40-0,employee_full_time,North,North,N40,Cook,2020-01-01',
    );
    await importFile(workspace, writeInto(folder, 'suggested-cook.csv', cook));
    expect(suggested()).toEqual(before.map(([code, target]) => [code, code === 'KITCH' ? 'N40' : target]));
    workspace.close();
  });

  it('merge jobs that go to one target', () =>
    withTwoEntities('merged', (workspace) => {
      workspace.decide(JOBS, [{ code: 'RN1', targets: [{ code: 'N10', share: 1 }] }]);
      workspace.decide(JOBS, [{ code: 'KITCH', targets: [{ code: 'N10', share: 1 }] }]);
      const { codes } = harmonise(workspace.view(), JOBS);
      expect(codes.filter(({ state }) => state === 'merged').map(({ code }) => code)).toEqual(['RN1', 'KITCH']);
    }));

  it('that change nothing store nothing; the same one may be made again after another', () =>
    withTwoEntities('again', (workspace) => {
      const to = (code: string): CrosswalkDecision[] => [{ code: 'RN1', targets: [{ code, share: 1 }] }];
      expect(workspace.decide(JOBS, to('N10'))).toEqual({ batch: 3, version: 1, decided: 1 });
      expect(workspace.decide(JOBS, to('N10'))).toEqual({ batch: null, version: 1, decided: 0 });
      expect(workspace.decide(JOBS, to('N20'))).toEqual({ batch: 4, version: 2, decided: 1 });
      expect(workspace.decide(JOBS, to('N10'))).toEqual({ batch: 5, version: 3, decided: 1 });
      expect(harmonise(workspace.view(), JOBS).codes[0].targets).toEqual([{ code: 'N10', share: 1 }]);
      expect(workspace.undo(5)).toMatchObject({ rows: 1 });
      expect(harmonise(workspace.view(), JOBS).codes[0].targets).toEqual([{ code: 'N20', share: 1 }]);
    }));

  it.each([
    [
      'shares that do not add up',
      [
        {
          code: 'PCA',
          targets: [
            { code: 'N20', share: 0.8 },
            { code: 'N30', share: 0.3 },
          ],
        },
      ],
      /PCA of Hill goes to its targets with shares that add up to 1\.100, not to 1\./,
    ],
    [
      'one code twice',
      [
        { code: 'PCA', targets: [] },
        { code: 'PCA', targets: [{ code: 'N20', share: 1 }] },
      ],
      /PCA of Hill is decided twice/,
    ],
    ['a code that the entity lacks', [{ code: 'N10', targets: [] }], /"N10" does not occur in Hill; it has RN1, PCA/],
    [
      'a target that the model lacks',
      [{ code: 'PCA', targets: [{ code: 'PCA', share: 1 }] }],
      /"PCA" does not occur in North; it has N10/,
    ],
  ])('on %s are refused, and nothing is stored', (name, decisions, message) =>
    withTwoEntities(name.replaceAll(' ', '-'), (workspace) => {
      expect(() => workspace.decide(JOBS, [{ code: 'RN1', targets: [] }, ...decisions])).toThrow(message);
      expect(workspace.store.batches().length).toBe(2);
      expect(harmonise(workspace.view(), JOBS).version).toBe(0);
    }),
  );

  it('conserve people and hours: mapped, split, merged, none and unmapped are all of them', async () => {
    const workspace = await twoEntities('conserved');
    const target = fc.constantFrom<string[]>('N10', 'N20', 'N30');
    const targets = fc.oneof(
      fc.constant<TargetShare[]>([]),
      target.map((code) => [{ code, share: 1 }]),
      fc.uniqueArray(target, { minLength: 2, maxLength: 2 }).map(([a, b]) => [
        { code: a, share: 0.25 },
        { code: b, share: 0.75 },
      ]),
    );
    const decisions = fc.uniqueArray(fc.record({ code: fc.constantFrom('RN1', 'PCA', 'CHAPL', 'KITCH'), targets }), {
      minLength: 1,
      selector: ({ code }) => code,
    });
    fc.assert(
      fc.property(decisions, fc.boolean(), (list, undoes) => {
        const { batch } = workspace.decide(JOBS, list);
        if (undoes && batch !== null) workspace.undo(batch);
        const totals = Object.values(harmonise(workspace.view(), JOBS).totals);
        expect(totals.reduce((sum, { codes }) => sum + codes, 0)).toBe(4);
        expect(totals.reduce((sum, { heads }) => sum + heads!, 0)).toBe(15);
        expect(totals.reduce((sum, { hours }) => sum + hours!, 0)).toBeCloseTo(162, 9);
      }),
      { numRuns: 25 },
    );
    workspace.close();
  });
});
