import { describe, expect, it } from 'vitest';
import { buildDeck } from '../../main/briefings/deck.ts';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { BRIEFINGS, buildPage, PAGES } from '../../main/briefings/registry.ts';
import { InputRefused, UsageError } from '../../main/contract/errors.ts';
import type { Filter } from '../../main/contract/figure.ts';
import { METRICS } from '../../main/metrics/registry.ts';
import { runCommand } from '../support/commands.ts';
import { csv, testFolder, writeInto } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { openWorkspace } from '../support/workspace.ts';

allowForStorage();

const folder = testFolder();

const ROSTER = {
  worker_id: 'W',
  worker_type: 'employee_full_time',
  entity: 'A',
  site: 'S',
  unit: 'U',
  job_code: 'RN',
  job_title: 'Nurse',
  manager_id: 'M',
  hire_date: '2020-01-01',
  original_hire_date: '',
  term_date: '',
  term_reason: '',
  fte: '1',
  scheduled_hours: '36',
  base_rate: '40',
  currency: 'USD',
  observed_from: '2024-01-01',
  observed_to: '2025-12-31',
};
type Row = Partial<typeof ROSTER>;

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const roster = (...rows: Row[]) => csv(Object.keys(ROSTER), ...rows.map((row) => Object.values({ ...ROSTER, ...row })));
const entities = (...rows: string[]) => csv('entity_id,name,parent,close_date', ...rows);

/** Thirty people of two entities, every fifth of whom has left; each one reports to the next. */
const staff = many(30, (i): Row => ({
  worker_id: `W${i}`,
  entity: 'AB'[i % 2],
  unit: `U${i % 3}`,
  hire_date: `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 10}`,
  manager_id: `W${(i + 1) % 30}`,
  ...(i % 5 === 0 ? { term_date: `2025-03-1${i % 10}`, term_reason: 'Resigned' } : {}),
}));
const deal = entities('A,A,,', 'B,B,A,2025-01-01');

/** Extracts of each workspace, imported in order; durations need their kind named. */
const STORIES: Record<string, (string | { spells: string })[]> = {
  'no rows at all': [roster()],
  'one person': [roster({ worker_id: 'P' })],
  'one person in fifty rows': [
    roster(
      ...many(50, (i) => ({
        worker_id: 'P',
        entity: `E${i % 7}`,
        unit: `U${i}`,
        hire_date: `20${10 + (i % 15)}-0${1 + (i % 9)}-01`,
        term_date: i % 3 === 0 ? '' : `20${11 + (i % 15)}-0${1 + (i % 8)}-15`,
      })),
    ),
  ],
  'overlapping spells and leavers before their hire': [
    roster(
      ...staff,
      { worker_id: 'W1', hire_date: '2021-01-01', term_date: '2024-06-30' },
      { worker_id: 'W1', hire_date: '2022-01-01', term_date: '2025-06-30', entity: 'B' },
      { worker_id: 'X', hire_date: '2024-05-01', term_date: '2024-04-01' },
    ),
  ],
  'years far off': [
    roster(
      ...staff,
      { worker_id: 'X', term_date: '9999-12-31' },
      { worker_id: 'Y', observed_to: '9999-12-31' },
      { worker_id: 'Z', hire_date: '0202-01-01' },
      { worker_id: 'F', hire_date: '2090-01-01' },
    ),
  ],
  'snapshots that contradict one another': [
    csv('snapshot_date,worker_id,entity,unit', ...many(40, (i) => `2025-01-31,W${i % 20},A,U${i % 3}`)),
    csv('snapshot_date,worker_id,entity,unit', ...many(15, (i) => `2024-12-31,W${i + 9},B,U${i % 2}`)),
  ],
  'one snapshot': [csv('snapshot_date,worker_id,entity', ...many(20, (i) => `2025-01-31,W${i},A`))],
  'ids that differ by case and zeros': [
    roster(...many(40, (i) => ({ worker_id: ['00', '', 'w', 'W'][i % 4] + Math.floor(i / 4) }))),
  ],
  'nobody paid and nothing worked': [
    roster(...staff.map((row) => ({ ...row, fte: '0', scheduled_hours: '0', base_rate: '0' }))),
    deal,
    csv('entity,job_code,min,mid,max,currency', 'A,RN,0,0,0,USD'),
  ],
  'negative, infinite and no numbers': [
    roster(...staff, { fte: '-1' }, { scheduled_hours: '-3' }, { base_rate: 'NaN' }, { fte: '1e309' }),
  ],
  'managers and entities in circles': [
    roster(...staff.map((row, i) => ({ ...row, manager_id: `W${(i + 1) % 3}` }))),
    entities('A,A,B,2025-01-01', 'B,B,A,2025-02-01', 'C,C,C,'),
  ],
  'a close to come': [roster(...staff), entities('A,A,,', 'B,B,A,2099-01-01')],
  'a crosswalk of shares over one': [
    roster(...staff),
    deal,
    csv('entity,job_code,target_job_code,share', 'B,RN,RN,0.9', 'B,RN,LPN,0.9', 'B,CNA,CNA,1.5', 'B,MD,MD,0'),
  ],
  'names that objects have': [
    roster(...staff.map((row, i) => ({ ...row, entity: ['__proto__', 'constructor'][i % 2], unit: 'toString' }))),
    entities('__proto__,P,,', 'constructor,C,__proto__,2025-01-01'),
  ],
  'everybody gone on one day': [
    roster(...staff.map((row) => ({ ...row, term_date: '2025-06-30', term_reason: 'Closed' }))),
    deal,
  ],
  'durations alone': [{ spells: csv('worker_id,entry,exit,left', 'a,0,5,1', 'b,3,9.5,0', 'c,5,5,1', 'd,,7,1') }],
  'policies alone': [csv('entity,area,attribute,value', 'A,pay,night,10%', 'B,pay,night,0%', 'B,pay,day,1/0'), deal],
  'shifts that nobody worked': [
    csv(
      'site,unit,job_code,shift_date,shift_label,required,scheduled,worked_internal,worked_external,entity',
      ...many(40, (i) => `S${i % 2},U,RN,2025-01-${10 + (i % 20)},D${i},0,0,0,0,${'AB'[i % 2]}`),
    ),
    deal,
  ],
};

const FILTERS: Filter[] = [{}, { entity: ['B'] }];

const CALLS = [
  ['check'],
  ['batches'],
  ['quarantine'],
  ['metrics', '--grain', 'month'],
  ['metrics', '--by', 'entity,unit'],
  ['metrics', '--where', 'entity=B'],
  ['survival', '--by', 'entity'],
  ['alignment', '--entity', 'B', '--detail'],
  ['alignment', '--entity', 'A', '--against', 'B', '--detail'],
  ['pvm', '--from', '2024', '--to', '2025'],
  ['crosswalk', '--entity', 'B'],
  ['synergies'],
  ['target'],
  ...[...METRICS.keys()].map((metric) => ['rows', '--metric', metric, '--limit', '1']),
];

/** Numbers that are none, in an answer or on a page, by where they stand; what extracts say is theirs. */
function brokenIn(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [at];
  if (typeof value === 'string') return /\b(NaN|Infinity|undefined)\b|\[object/.test(value) ? [`${at}: ${value}`] : [];
  if (value === null || typeof value !== 'object') return value === undefined ? [at] : [];
  return Object.entries(value).flatMap(([key, part]) => brokenIn(part, `${at}.${key}`));
}

/** What a command gives, or that it refuses with a reason; anything else it throws is a fault of ours. */
async function answer(file: string, [name, ...words]: string[]): Promise<unknown> {
  try {
    return (await runCommand(folder, name, '--in', file, ...words)).json as unknown;
  } catch (error) {
    if (error instanceof InputRefused || error instanceof UsageError) return { refused: error.message };
    throw error;
  }
}

describe.each(Object.entries(STORIES))('people with %s', (name, extracts) => {
  const file = `${name.replaceAll(/\W/g, '-')}.muster`;

  it('are taken in row by row, told of without a broken word, and taken back without a trace', async () => {
    openWorkspace(`${folder}/${file}`).close();
    const before: unknown[] = [];
    const batches: number[] = [];
    for (const [i, extract] of extracts.entries()) {
      before.push(await answer(file, ['metrics']));
      const [text, kind] = typeof extract === 'string' ? [extract, []] : [extract.spells, ['--kind', 'spells']];
      const path = writeInto(folder, `${file}-${i}.csv`, text);
      const { json } = await runCommand(folder, 'import', path, '--into', file, ...kind);
      for (const { rows_read, accepted, quarantined, duplicates, batch } of json.files) {
        expect(accepted + quarantined + duplicates).toBe(rows_read);
        batches.push(batch);
      }
    }
    for (const call of CALLS) {
      const json = await answer(file, call);
      if (call[0] !== 'quarantine') expect(brokenIn(json), call.join(' ')).toEqual([]);
      if (call[0] === 'check') expect(json).toMatchObject({ ok: true });
    }
    const workspace = openWorkspace(`${folder}/${file}`, { mode: 'read' });
    const view = workspace.view();
    const filters = defaultFilters(view);
    for (const page of PAGES.keys()) {
      for (const where of FILTERS) {
        const built = buildPage(view, { briefing: 'cfo', page, filters: { ...filters, where } });
        expect(brokenIn(built), `${page} ${built.title}`).toEqual([]);
      }
    }
    for (const briefing of BRIEFINGS.keys())
      expect(brokenIn(buildDeck(view, { briefing, filters: null, workspace: 'odd' })), briefing).toEqual([]);
    workspace.close();
    for (const [i, batch] of [...batches.entries()].reverse()) {
      await runCommand(folder, 'undo', '--in', file, '--batch', String(batch));
      expect(await answer(file, ['metrics'])).toEqual(before[i]);
    }
  });
});
