import { beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../main/analyses/alignment/conceal-few.ts';
import { isMeasured } from '../../../main/analyses/alignment/dimension.ts';
import payDistance from '../../../main/analyses/alignment/dimensions/pay-distance.dimension.ts';
import { BRIEFINGS } from '../../../main/briefings/registry.ts';
import { buildDeck } from '../../../main/briefings/deck.ts';
import { runCommand } from '../../support/commands.ts';
import { csv, testFolder, writeInto } from '../../support/folder.ts';
import { allowForStorage } from '../../support/patience.ts';
import { openWorkspace } from '../../support/workspace.ts';
import { factsOf, head, sites } from './facts-of.ts';

allowForStorage();

type People = { entity: string; job: string; count: number; rate: number; manager: string };

/** East has few people wherever one looks: few chiefs, few below their band, few of them without what West requires. */
const STAFF: People[] = [
  { entity: 'East', job: 'NURSE', count: 26, rate: 40, manager: 'EastNURSE0' },
  { entity: 'East', job: 'AIDE', count: 8, rate: 19, manager: 'EastNURSE1' },
  { entity: 'East', job: 'CLERK', count: 7, rate: 21, manager: 'EastNURSE2' },
  { entity: 'East', job: 'CHIEF', count: 2, rate: 90, manager: 'EastNURSE3' },
  { entity: 'East', job: 'LOW', count: 3, rate: 15, manager: 'EastNURSE4' },
  { entity: 'West', job: 'RN', count: 30, rate: 42, manager: 'WestRN0' },
  { entity: 'West', job: 'AIDE', count: 12, rate: 20, manager: 'WestRN1' },
  { entity: 'West', job: 'LOW', count: 6, rate: 20, manager: 'WestRN2' },
  { entity: 'West', job: 'CLERK', count: 9, rate: 22, manager: 'WestRN3' },
  { entity: 'West', job: 'CHIEF', count: 9, rate: 22, manager: 'WestRN4' },
];
const HEADS = 46;

const persons = STAFF.flatMap(({ count, ...one }) =>
  Array.from({ length: count }, (_, k) => ({ ...one, k, id: `${one.entity}${one.job}${k}` })),
);

const EXTRACTS: Record<string, string> = {
  entities: csv('entity_id,name,parent,close_date', 'West,West,,', 'East,East,West,2025-07-01'),
  roster: csv(
    'worker_id,worker_type,entity,site,job_code,manager_id,hire_date,term_date,scheduled_hours,base_rate,currency,observed_from,observed_to',
    ...persons.map(
      ({ id, entity, job, rate, manager, k }) =>
        `${id},${entity === 'East' && job === 'LOW' ? '' : 'employee_full_time'},${entity},${entity}${k % 2},${job},${id === manager ? '' : manager},2020-01-01,,${job === 'NURSE' && k < 2 ? '' : 40},${rate},USD,2024-01-01,2025-03-31`,
    ),
  ),
  crosswalk: csv('entity,job_code,target_job_code', 'East,NURSE,RN', 'East,AIDE,AIDE', 'East,LOW,LOW'),
  bands: csv(
    'entity,job_code,min,mid,max,currency',
    'West,LOW,20,21,30,USD',
    'West,AIDE,18,19.5,30,USD',
    'West,RN,38,41,50,USD',
  ),
  policies: csv(
    'entity,area,attribute,value,job_code',
    'East,pay,chief bonus,10 %,CHIEF',
    'West,pay,chief bonus,20 %,CHIEF',
    'East,pay,meal,1,',
    'West,pay,meal,2,',
    'East,credentials,BLS,required,',
    'West,credentials,BLS,required,',
    'West,credentials,ACLS,required,',
    'East,credentials,PALS,required,',
    'West,credentials,NRP,required,',
  ),
  credentials: csv(
    'worker_id,control,status,expires',
    // Everybody holds BLS. All but three hold ACLS, all but seven NRP; of West all but one hold PALS.
    ...persons.flatMap(({ id, job, k }) => [
      `${id},BLS,active,2027-01-01`,
      ...(job === 'LOW' ? [] : [`${id},ACLS,active,2027-01-01`]),
      ...(job === 'CLERK' ? [] : [`${id},NRP,active,2027-01-01`]),
      ...(job === 'RN' && k === 7 ? [] : [`${id},PALS,active,2027-01-01`]),
    ]),
  ),
};

type Counted = { people: number | null; cost: number | null; label: string };
type Row = {
  dimension: string;
  value: number | null;
  coverage: number;
  verdict: string;
  people: number | null;
  notes: string[];
  drivers?: Counted[];
  gaps?: Counted[];
  options?: Counted[];
};

const isFew = (count: number) => Math.round(count) === count && count > 0 && count < 5;
/** Counts of people in what a program says, such as "3 people" or "2 posts of managers". */
const FEW_SAID = /(?<![\d.,–-])[1-4] (people|persons?|posts?|managers?|heads?|employees?)\b|, [1-4] the other way/;

describe('alignment in a clean room, to somebody who subtracts', () => {
  const folder = testFolder();
  let rows: Map<string, Row>;
  let json: Record<string, unknown>;

  beforeAll(async () => {
    const files = Object.entries(EXTRACTS).map(([name, content]) => writeInto(folder, `${name}.csv`, content));
    const { files: reports } = (await runCommand(folder, 'import', ...files, '--into', 'deal.muster')).json;
    for (const report of reports) expect(report).toMatchObject({ quarantined: 0, batch: expect.any(Number) });
    json = (await runCommand(folder, 'alignment', '--in', 'deal.muster', '--entity', 'East', '--detail')).json;
    expect(json).toMatchObject({ clean_room: true });
    rows = new Map((json['dimensions'] as Row[]).map((row) => [row.dimension, row]));
  });

  it('measures what it hides parts of', () => {
    const measured = [...rows.values()]
      .filter(({ verdict }) => verdict !== 'not_measured')
      .map(({ dimension }) => dimension);
    expect(measured.sort()).toEqual(
      ['credential_overlap', 'job_alignment', 'pay_distance', 'policy_variance', 'retention', 'span_of_control'].sort(),
    );
  });

  it('has no number of people from one to four, in a field or in a sentence', () => {
    const found: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'string' && FEW_SAID.test(value)) found.push(`${path}: ${value}`);
      if (typeof value === 'number' && path.endsWith('people') && isFew(value)) found.push(`${path}: ${value}`);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    look(json, '');
    expect(found).toEqual([]);
    expect(JSON.stringify(json)).toContain('fewer than five');
  });

  it('lets none follow from a sum and its parts', () => {
    const told = (list: readonly Counted[]) => list.flatMap(({ people }) => people ?? []);
    const { drivers, gaps } = rows.get('job_alignment')!;
    // Clerks and two chiefs: nine are not mapped, and seven clerks beside them would tell of two.
    expect(gaps).toMatchObject([{ people: 9 }]);
    expect(told(drivers!)).toEqual([]);
    const credentials = rows.get('credential_overlap')!;
    // Seven lack NRP and three ACLS: ten in all.
    expect(credentials.gaps).toMatchObject([{ people: 10 }]);
    expect(told(credentials.drivers!)).toEqual([]);
  });

  it('lets none follow from a share and the number of heads', () => {
    const followed = [...rows.values()].flatMap(({ dimension, value, coverage }) =>
      [value ?? 0, coverage].flatMap((share) => {
        const outside = Math.round((1 - share) * HEADS * 1e6) / 1e6;
        return outside > 0 && outside < 5 ? [`${dimension} ${outside}`] : [];
      }),
    );
    expect(followed).toEqual([]);
  });

  it('tells of no ways to close a gap whose difference is few people', () => {
    const options = rows.get('pay_distance')!.options!.flatMap(({ people }) => people ?? []);
    expect(options.every((one) => options.every((other) => !isFew(Math.abs(one - other))))).toBe(true);
  });

  it('keeps its pages as silent', async () => {
    const workspace = openWorkspace(`${folder}/deal.muster`);
    try {
      const view = workspace.view();
      for (const briefing of BRIEFINGS.values()) {
        const deck = buildDeck(view, { briefing: briefing.id, filters: null, workspace: 'deal' });
        expect(JSON.stringify(deck), briefing.id).not.toMatch(FEW_SAID);
        expect(JSON.stringify(deck), briefing.id).toContain('the worker type of fewer than five people');
      }
    } finally {
      workspace.close();
    }
  });
});

it('lets none follow from all people and those of every job that has a counterpart', () => {
  const paid = (place: number, job: string, count: number) => Array.from({ length: count }, () => head(place, { job }));
  const heads = [
    ...[0, 1].flatMap((place) => [...paid(place, 'RN', 10), ...paid(place, 'LPN', 10)]),
    ...paid(0, 'CEO', 1),
    ...paid(0, 'PERF', 3),
  ];
  const facts = factsOf(sites(1, 1), { heads, hidesFew: true });
  const outcome = outcomeOf({ dimension: payDistance, facts, mirrored: null });
  if (!isMeasured(outcome)) throw new Error(outcome.note);
  // Of 24 people two jobs of ten would leave four. Every table by job hides the first by name of two that are as large.
  expect(new Map(outcome.drivers.map(({ label, people }) => [label, people]))).toEqual(
    new Map([
      ['RN', 10],
      ['LPN', null],
    ]),
  );
});
