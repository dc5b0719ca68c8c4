import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '../../main/contract/figure.ts';
import type { Structure } from '../../main/contract/structure.ts';
import { computeFigures } from '../../main/metrics/figures.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import { parseIsoMonth } from '../../main/model/civil-day.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import { rowsUnder } from '../../main/workspace/source-rows.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { addExtract, told, workspaceWith } from '../support/people.ts';

allowForStorage();

const folder = testFolder();

const ENTITIES = ['entity_id,name,parent,close_date', 'Hill,Hill,,', 'Bay,Bay Medical,Hill,2025-03-10'];
const LABOR =
  'worker_id,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type,supplier,period_start';
const JOBS = ['RN', 'CNA'];
/** Hill works 100 hours a month, Bay 10 in January, 20 in February and so on: on two jobs each, by six people. */
const lines = [1, 2, 3, 4].flatMap((month) =>
  Array.from({ length: 10 }, (_, i) => {
    const at = `2025-0${month}-${10 + i}`;
    const job = JOBS[i % 2];
    const type = i < 8 ? 'employee_full_time,' : 'agency,Crest';
    const pay = i % 4 === 3 ? 'overtime' : 'regular';
    return [
      `H${i % 6},${at},${pay},10,300.00,USD,Hill,Main,ICU,${job},${type},`,
      `B${i % 6},${at},${pay},${month},${month * 30}.00,USD,Bay,Shore,ED,${job},${type},`,
    ];
  }).flat(),
);
const labor = [
  LABOR,
  ...lines,
  // Two hours a day from 20 February to 5 March: 18 hours before the month of the close, 10 in it.
  'B1,2025-03-05,regular,28,280.00,USD,Bay,Shore,ED,RN,employee_full_time,,2025-02-20',
  // Five people before the close, of whom one is there after it.
  ...[1, 2, 3, 4, 5].map((i) => `L${i},2025-02-11,regular,8,240.00,USD,Bay,Shore,ED,LPN,employee_full_time,,`),
  'L1,2025-03-11,regular,8,240.00,USD,Bay,Shore,ED,LPN,employee_full_time,,',
];
const INVOICES =
  'invoice_id,supplier,worker_id,work_date,hours,amount,currency,status,entity,site,job_code,unit,period_start';
const invoices = [
  INVOICES,
  'I1,Crest,,2025-03-05,28,2800.00,USD,final,Bay,Shore,MD,ED,2025-02-20',
  'I2,Crest,X9,2025-01-20,8,800.00,USD,final,Bay,Shore,MD,ED,2025-01-20',
];
const staffing = [
  'entity,site,work_date,job_code,internal_hours,external_hours,census',
  'Bay,Cove,2025-02-03,RN,20,4,10',
  'Bay,Cove,2025-03-03,RN,20,5,10',
  'Hill,Elm,2025-02-03,RN,30,0,10',
];
const volumes = [
  'date,site,measure,value',
  ...[1, 2, 3, 4].flatMap((month) => [
    `2025-0${month}-01,Main,patient_days,50`,
    `2025-0${month}-01,Shore,patient_days,10`,
  ]),
];
const roster = [
  'worker_id,worker_type,entity,site,unit,job_code,hire_date,term_date,term_reason,observed_from,observed_to',
  ...Array.from(
    { length: 6 },
    (_, i) => `H${i},employee_full_time,Hill,Main,ICU,RN,2020-01-01,,,2025-01-01,2025-04-30`,
  ),
  ...Array.from({ length: 6 }, (_, i) => `B${i},employee_full_time,Bay,Shore,ED,RN,2020-01-01,,,2025-01-01,2025-04-30`),
  'B6,employee_full_time,Bay,Shore,ED,RN,2025-02-01,2025-04-15,Resigned,2025-01-01,2025-04-30',
  'B7,employee_full_time,Bay,Shore,ED,RN,2018-02-01,2025-02-15,Resigned,2025-01-01,2025-04-30',
];

let acquiring: Workspace;
let alone: Workspace;

beforeAll(async () => {
  const facts = [labor, invoices, staffing, volumes, roster];
  acquiring = await workspaceWith(folder, ENTITIES, ...facts);
  alone = await workspaceWith(folder, [...ENTITIES.slice(0, 2), 'Bay,Bay Medical,Hill,'], ...facts);
});
afterAll(() => {
  acquiring.close();
  alone.close();
});

type Question = { metric: string; variant?: string | null; where?: Filter; from?: string; to?: string; by?: string[] };

function figuresIn(workspace: Workspace, structure: Structure | null, { metric, variant, ...scope }: Question) {
  const { from = '2025-01', to = '2025-04' } = scope;
  return computeFigures(workspace.view().seenIn(structure), [
    {
      metric,
      variants: [variant === undefined ? METRICS.get(metric)!.variants[0] : variant],
      ...scope,
      from: parseIsoMonth(from)!,
      to: parseIsoMonth(to)!,
    },
  ])[0];
}
const valueIn = (structure: Structure | null, question: Question) => figuresIn(acquiring, structure, question)[0].value;

const METRIC_VARIANTS = [...METRICS.values()].flatMap(({ id, variants }) =>
  variants.map((variant) => ({ metric: id, variant })),
);
const months = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([a, b]) => ({ from: `2025-0${Math.min(a, b)}`, to: `2025-0${Math.max(a, b)}` }));
const FILTERS: Filter[] = [{}, { entity: ['Bay'] }, { pay_class: ['regular'] }, { job: ['MD'] }];
const filters = fc.constantFrom<Filter>({}, { job: ['RN'] }, { worker_class: ['external'] }, { unit: ['ED', 'ICU'] });

describe('labour in then-structure', () => {
  // Cove 24 + 25 and Elm 30 staffing hours, Shore 10 × month, 28 across the close, invoices 28 across it and 8 in January, LPN 8 in March.
  it('counts an acquired entity from the month of its close on, which counts whole', () => {
    const hours = { metric: 'productive_hours' };
    expect(valueIn('then', hours)).toBe(400 + 30 + (30 + 40 + 10 + 10 + 8 + 25));
    expect(valueIn('then', { ...hours, from: '2025-02', to: '2025-02' })).toBe(100 + 30);
    expect(valueIn('then', { ...hours, from: '2025-03', to: '2025-03' })).toBe(100 + 30 + 10 + 10 + 8 + 25);
  });

  it('divides by the volumes of a site from the same month on', () => {
    const [then] = figuresIn(acquiring, 'then', { metric: 'hours_per_unit', where: { site: ['Shore', 'Main'] } });
    const [today] = figuresIn(acquiring, 'today', { metric: 'hours_per_unit', where: { site: ['Shore', 'Main'] } });
    expect([then.denominator, today.denominator]).toEqual([4 * 50 + 2 * 10, 4 * 50 + 4 * 10]);
  });

  it.each<Filter>([{ job: ['LPN'] }, { job: ['LPN'], pay_class: ['regular'] }])(
    'counts nobody behind pay who was there before the close only, with the filter %j',
    (where) => {
      const [then] = figuresIn(acquiring, 'then', { metric: 'labor_cost', where });
      const [today] = figuresIn(acquiring, 'today', { metric: 'labor_cost', where });
      expect([then.suppressed, today.suppressed]).toEqual([true, false]);
    },
  );
});

describe('people in today’s structure', () => {
  it('are an acquired entity’s own hires and leavers before the close', () => {
    const inStructure = (structure: Structure | null) =>
      workforceOf(acquiring.view().seenIn(structure))
        .spells.map(told)
        .filter((text) => /^B[167]/.test(text));
    expect(inStructure('today')).toEqual([
      'B1: hire 2020-01-01, stays, ED',
      'B6: hire 2025-02-01, voluntary 2025-04-15, ED',
      'B7: hire 2018-02-01, voluntary 2025-02-15, ED',
    ]);
    const since = ['B1: acquired 2025-03-10, stays, ED', 'B6: acquired 2025-03-10, voluntary 2025-04-15, ED'];
    expect(inStructure('then')).toEqual(since);
    expect(inStructure(null)).toEqual(since);
    // Whether per diem workers are active is told by all their hours, also those before the close.
    expect(workforceOf(acquiring.view().seenIn('then'))).toBe(workforceOf(acquiring.view()));
  });
});

describe('a structure', () => {
  it('that nobody chose is today’s for labour and then-structure for people', () => {
    for (const question of METRIC_VARIANTS) {
      const same = METRICS.get(question.metric)!.facts === 'labor' ? 'today' : 'then';
      const asked = { ...question, by: ['entity'] };
      expect(figuresIn(acquiring, null, asked), question.metric).toEqual(figuresIn(acquiring, same, asked));
    }
  });

  it.each(['then', 'today'] as const)('%s lists as many rows under every figure as it counts', (structure) => {
    for (const question of METRIC_VARIANTS) {
      for (const where of FILTERS) {
        for (const [from, to] of [
          ['2025-01', '2025-04'],
          ['2025-02', '2025-02'],
          ['2025-02', '2025-03'],
          ['2025-03', '2025-03'],
        ]) {
          const query = { ...question, where, from, to };
          const [{ rows }] = figuresIn(acquiring, structure, query);
          const { total } = rowsUnder(acquiring.view().seenIn(structure), { query, offset: 0, limit: 0 });
          expect(total, JSON.stringify(query)).toBe(rows ?? total);
        }
      }
    }
  });

  it('makes no difference where nothing was acquired', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_VARIANTS), months, filters, (question, period, where) => {
        const asked = { ...question, ...period, where, by: ['entity'] };
        const plain = figuresIn(alone, null, asked);
        expect(figuresIn(alone, 'then', asked)).toEqual(plain);
        expect(figuresIn(alone, 'today', asked)).toEqual(plain);
      }),
    );
  });

  it('has a total that its entities add up to', () => {
    const additive = METRIC_VARIANTS.filter(({ metric }) => METRICS.get(metric)!.additivity === 'additive');
    fc.assert(
      fc.property(
        fc.constantFrom(...additive),
        months,
        filters,
        fc.constantFrom<Structure>('then', 'today'),
        (question, period, where, structure) => {
          const asked = { ...question, ...period, where };
          const [total] = figuresIn(acquiring, structure, asked);
          const parts = figuresIn(acquiring, structure, { ...asked, by: ['entity'] });
          fc.pre(!total.suppressed && parts.every(({ suppressed }) => !suppressed));
          expect(parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBeCloseTo(total.value ?? 0, 6);
        },
      ),
    );
  });

  it('cannot be chosen in a clean room, where the difference of two would be the entity before its close', () => {
    acquiring.setCleanRoom(true);
    expect(() => acquiring.view().seenIn('then')).toThrow('one structure only');
    expect(acquiring.view().seenIn(null)).toBe(acquiring.view());
    acquiring.setCleanRoom(false);
  });

  it('is one only once the close has come', async () => {
    const pending = await workspaceWith(folder, [...ENTITIES.slice(0, 2), 'Bay,Bay Medical,Hill,2025-06-01'], labor);
    expect(pending.view().seenIn('then')).toBe(pending.view());
    await addExtract(folder, pending, [
      LABOR,
      'H1,2025-06-02,regular,8,240.00,USD,Hill,Main,ICU,RN,employee_full_time,,',
    ]);
    expect(figuresIn(pending, 'then', { metric: 'productive_hours', to: '2025-06' })[0].value).toBe(400 + 8);
    pending.close();
  });
});
