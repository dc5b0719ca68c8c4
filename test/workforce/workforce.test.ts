import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../main/model/civil-day.ts';
import { workforceOf } from '../../main/workforce/workforce.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { toldOf, workspaceWith } from '../support/people.ts';

allowForStorage();

const folder = testFolder();
const HEADER =
  'worker_id,name,entity,unit,job_code,worker_type,hire_date,original_hire_date,term_date,term_reason,observed_from,observed_to';
/** A row of a full-time nurse in a roster that is known for the years 2024 and 2025. */
const row = (worker: string, entity: string, unit: string, hired: string, left = '', reason = '', more = {}) => {
  const { type = 'employee_full_time', name = '', original = '', job = 'RN' } = more as Record<string, string>;
  return [worker, name, entity, unit, job, type, hired, original, left, reason, '2024-01-01', '2025-12-31'].join(',');
};
const spells = async (...rows: string[]) => toldOf(await workspaceWith(folder, [HEADER, ...rows]));
const first = async (...rows: string[]) =>
  workforceOf((await workspaceWith(folder, [HEADER, ...rows])).view()).spells[0];
const day = (text: string) => parseIsoDay(text)!;

describe('spells from rows with event dates', () => {
  it('run from the hire to the last day in post, under observation from the day the source declares', async () => {
    const spell = await first(row('A', 'Hill', 'ICU', '2019-03-01', '2024-06-30', 'Resigned'));
    expect(spell).toMatchObject({
      entry: 'hire',
      start: day('2019-03-01'),
      serviceFrom: day('2019-03-01'),
      observedFrom: day('2024-01-01'),
      observedTo: day('2024-06-30'),
      end: day('2024-06-30'),
      exit: 'voluntary',
      reason: 'Resigned',
      startAfter: null,
      endBefore: null,
    });
  });

  it('go on through a transfer to another entity', async () => {
    expect(
      await spells(
        row('A', 'Hill', 'ICU', '2022-01-03', '2024-05-31', 'Transfer'),
        row('A', 'Vale', 'ED', '2024-06-01'),
      ),
    ).toEqual(['A: hire 2022-01-03, stays, ICU > ED']);
  });

  it('end nowhere when a transfer leads to where no roster reaches, and that is said', async () => {
    const workspace = await workspaceWith(folder, [
      HEADER,
      row('A', 'Hill', 'ICU', '2022-01-03', '2024-05-31', 'Transfer'),
      row('B', 'Hill', 'ICU', '2022-01-03'),
    ]);
    expect(toldOf(workspace)[0]).toBe('A: hire 2022-01-03, moves 2024-05-31, ICU');
    expect(workforceOf(workspace.view()).limits.join(' ')).toContain('1 person was transferred to where no roster');
  });

  it('are bridged by a rehire on the ninetieth day, and end before one on the ninety-first', async () => {
    const rows = (back: string) => [
      row('A', 'Hill', 'ICU', '2022-01-03', '2024-01-31', 'Resigned'),
      row('A', 'Hill', 'ED', back),
    ];
    expect(await spells(...rows('2024-04-30'))).toEqual(['A: hire 2022-01-03, stays, ICU > ED']);
    expect(await spells(...rows('2024-05-01'))).toEqual([
      'A: hire 2022-01-03, voluntary 2024-01-31, ICU',
      'A: rehire 2024-05-01, stays, ED',
    ]);
  });

  it('count service from the original hire, and call that a rehire when it lies far back', async () => {
    const spell = await first(row('A', 'Hill', 'ICU', '2024-03-01', '', '', { original: '2015-03-01' }));
    expect(spell).toMatchObject({ entry: 'rehire', start: day('2024-03-01'), serviceFrom: day('2015-03-01') });
  });

  it('go on through leave of any length', async () => {
    const back = await first(
      row('A', 'Hill', 'ICU', '2022-01-03', '2024-01-31', 'Leave of absence'),
      row('A', 'Hill', 'ICU', '2024-08-01'),
    );
    expect(back.end).toBeNull();
    expect(back.segments.map(({ first: from, onLeave }) => [from, onLeave])).toEqual([
      [day('2022-01-03'), false],
      [day('2024-02-01'), true],
      [day('2024-08-01'), false],
    ]);
    const away = await first(row('A', 'Hill', 'ICU', '2022-01-03', '2024-01-31', 'FMLA'));
    expect([away.end, away.segments.at(-1)!.onLeave]).toEqual([null, true]);
  });

  it('take a later full-time row as a change from its day on where the earlier one has no end', async () => {
    expect(await spells(row('A', 'Hill', 'ICU', '2022-01-03'), row('A', 'Hill', 'ED', '2024-07-01'))).toEqual([
      'A: hire 2022-01-03, stays, ICU > ED',
    ]);
  });

  it('are one head for jobs side by side: leaving one of them is no separation', async () => {
    expect(
      await spells(
        row('A', 'Hill', 'ICU', '2022-01-03', '', '', { type: 'employee_part_time' }),
        row('A', 'Vale', 'ED', '2023-01-02', '2024-03-31', 'Resigned', { type: 'employee_part_time' }),
      ),
    ).toEqual(['A: hire 2022-01-03, stays, ICU > ED > ICU']);
  });

  it('tell people of two payrolls apart by their names, though they have one number', async () => {
    const workspace = await workspaceWith(folder, [
      HEADER,
      row('1001', 'Hill', 'ICU', '2022-01-03', '', '', { name: 'Ann Bell' }),
      row('1001', 'Vale', 'ED', '2023-01-02', '', '', { name: 'Carl Dorn' }),
    ]);
    expect(toldOf(workspace)).toEqual(['1001: hire 2022-01-03, stays, ICU', '1001@Vale: hire 2023-01-02, stays, ED']);
    expect(workforceOf(workspace.view()).limits.join(' ')).toContain('1 worker id is used for people with different');
  });

  it('tell people of two payrolls apart without names, where both had the number before the close', async () => {
    const people = async (close: string, hired: string) =>
      toldOf(
        await workspaceWith(
          folder,
          ['entity_id,parent,close_date', 'Hill,,', `Vale,Hill,${close}`],
          [HEADER, row('1001', 'Hill', 'ICU', '2022-01-03'), row('1001', 'Vale', 'ED', hired)],
        ),
      );
    expect(await people('2026-03-01', '2023-01-02')).toEqual([
      '1001: hire 2022-01-03, stays, ICU',
      '1001@Vale: hire 2023-01-02, stays, ED',
    ]);
    // Hired after the close, or on one day: moved within the system, or listed in both rosters.
    expect(await people('2022-07-01', '2023-01-02')).toHaveLength(1);
    expect(await people('2026-03-01', '2022-01-03')).toHaveLength(1);
  });

  it('tell people of two payrolls apart who share a first name, where both had the number before the close', async () => {
    const people = async (hill: string, vale: string, hired = '2023-01-02') =>
      toldOf(
        await workspaceWith(
          folder,
          ['entity_id,parent,close_date', 'Hill,,', 'Vale,Hill,2026-03-01'],
          [
            HEADER,
            row('1001', 'Hill', 'ICU', '2022-01-03', '', '', { name: hill }),
            row('1001', 'Vale', 'ED', hired, '', '', { name: vale }),
          ],
        ),
      );
    expect(await people('Ann Bell', 'Ann Dorn')).toHaveLength(2);
    expect(await people('Ann Bell', 'Ann M. Bell')).toHaveLength(1);
    // In both rosters since one day, or moved after the close: the name was changed.
    expect(await people('Ann Bell', 'Ann Dorn', '2022-01-03')).toHaveLength(1);
    expect(await people('Ann Bell', 'Ann Dorn', '2026-03-02')).toHaveLength(1);
  });

  it('name as manager the person whom the entity means by the number', async () => {
    const header = `${HEADER},manager_id`;
    const workspace = await workspaceWith(folder, [
      header,
      `${row('1', 'Hill', 'ICU', '2022-01-03', '', '', { name: 'Ann Bell' })},`,
      `${row('1', 'Vale', 'ED', '2022-01-03', '', '', { name: 'Carl Dorn' })},`,
      `${row('2', 'Hill', 'ICU', '2022-01-03', '', '', { name: 'Eve Fox' })},1`,
      `${row('2', 'Vale', 'ED', '2022-01-03', '', '', { name: 'Guy Hall' })},1`,
      `${row('3', 'Vale', 'ED', '2022-01-03', '', '', { name: 'Ida Jung' })},9`,
    ]);
    const managers = workforceOf(workspace.view()).spells.map(({ person, segments }) => [person, segments[0].manager]);
    expect(managers).toEqual([
      ['1', null],
      ['1@Vale', null],
      ['2', '1'],
      ['2@Vale', '1@Vale'],
      ['3', '9'],
    ]);
  });

  it('have no exit for a day that lies beyond what the extract can see', async () => {
    expect(await spells(row('A', 'Hill', 'ICU', '2022-01-03', '2026-06-30', 'Retired'))).toEqual([
      'A: hire 2022-01-03, stays, ICU',
    ]);
  });

  it('call the reasons of the map by their class and every other one unclassified', async () => {
    const reasons = ['Dismissed', 'Retired', 'Terminate > Voluntary > Pay', 'Divestiture', 'See file', ''];
    const told = await spells(
      ...reasons.map((reason, i) => row(`W${i}`, 'Hill', 'ICU', '2022-01-03', '2024-05-31', reason)),
    );
    expect(told.map((text) => text.split(' ')[3])).toEqual([
      'involuntary',
      'other',
      'voluntary',
      'divested',
      'unclassified',
      'unclassified',
    ]);
  });
});

describe('acquisition', () => {
  const entities = ['entity_id,name,parent,close_date', 'Hill,Hill,,', 'Vale,Vale,Hill,2024-07-01'];
  const roster = [
    HEADER,
    row('A', 'Vale', 'ED', '2015-02-02', '2025-02-28', 'Resigned'),
    row('B', 'Vale', 'ED', '2015-02-02', '2024-06-30', 'Resigned'),
    row('C', 'Vale', 'ED', '2024-08-01'),
  ];

  it('brings those in post under observation at the close, with the service they had', async () => {
    const { spells: all, limits } = workforceOf((await workspaceWith(folder, roster, entities)).view());
    expect(all[0]).toMatchObject({
      person: 'A',
      entry: 'acquired',
      start: day('2024-07-01'),
      observedFrom: day('2024-07-01'),
      serviceFrom: day('2015-02-02'),
      exit: 'voluntary',
    });
    expect(all.map(({ person, entry }) => `${person} ${entry}`)).toEqual(['A acquired', 'C hire']);
    expect(limits.join(' ')).toContain('1 row of acquired entities ended before the close');
  });
});

describe('acquisition of somebody between two spells', () => {
  const entities = ['entity_id,name,parent,close_date', 'Vale,Vale,Hill,2024-07-01'];

  it('brings in whom the last roster before the close has, though none has come since', async () => {
    const workspace = await workspaceWith(
      folder,
      ['entity_id,parent,close_date', 'Hill,,', 'Vale,Hill,2024-06-01'],
      ['worker_id,entity,unit,hire_date', 'A,Vale,ED,2020-01-06', 'B,Vale,ED,2021-02-01'],
      ['worker_id,entity,unit,hire_date', 'C,Hill,ICU,2024-09-02'],
    );
    expect(toldOf(workspace)).toEqual([
      'A: acquired 2024-06-01, stays, ED',
      'B: acquired 2024-06-01, stays, ED',
      'C: hire 2024-09-02, stays, ICU',
    ]);
  });

  it('is no hire where the rehire bridges the close, and a hire where it does not', async () => {
    const roster = [
      HEADER,
      row('A', 'Vale', 'ED', '2015-02-02', '2024-05-15', 'Resigned'),
      row('A', 'Vale', 'ED', '2024-08-01'),
      row('B', 'Vale', 'ED', '2015-02-02', '2024-04-15', 'Resigned'),
      row('B', 'Vale', 'ED', '2024-08-01'),
    ];
    expect(toldOf(await workspaceWith(folder, roster, entities))).toEqual([
      'A: acquired 2024-08-01, stays, ED',
      'B: hire 2024-08-01, stays, ED',
    ]);
  });

  it('still links an outside worker whose contract ended before the close to the hire', async () => {
    const roster = [
      HEADER,
      row('T', 'Vale', 'ED', '2024-01-08', '2024-06-15', 'Converted', { type: 'agency' }),
      row('T', 'Vale', 'ED', '2024-07-15'),
    ];
    expect(toldOf(await workspaceWith(folder, roster, entities))).toEqual(['T: conversion 2024-07-15, stays, ED']);
  });
});

describe('outside workers', () => {
  const assignments = [
    'assignment_id,worker_id,supplier,entity,unit,job_code,start_date,end_date,outcome',
    'S1,T,Crest,Hill,ICU,RN,2024-01-08,2024-04-05,completed',
    'S2,T,Crest,Hill,ICU,RN,2024-04-08,2024-07-05,converted',
    'S3,U,Crest,Hill,ED,RN,2025-06-02,,',
  ];

  it('have contracts of their own; the one who is taken on starts a hire without having left', async () => {
    const workspace = await workspaceWith(folder, assignments, [HEADER, row('T', 'Hill', 'ICU', '2024-07-15')]);
    expect(toldOf(workspace)).toEqual([
      'T: hire 2024-01-08, moves 2024-07-05, ICU > ICU',
      'T: conversion 2024-07-15, stays, ICU',
      'U: hire 2025-06-02, stays, ED',
    ]);
    const [contract, employment] = workforceOf(workspace.view()).spells;
    expect(contract.segments[0].codes).toMatchObject({ worker_class: 'external', supplier: 'Crest' });
    expect(employment.segments[0].codes['worker_class']).toBe('internal');
  });

  it('are not on contract on days on which they are employed', async () => {
    const workspace = await workspaceWith(folder, [
      HEADER,
      row('T', 'Hill', 'ICU', '2024-01-08', '', '', { type: 'agency' }),
      row('T', 'Hill', 'ICU', '2024-07-15'),
    ]);
    expect(toldOf(workspace)).toEqual([
      'T: hire 2024-01-08, moves 2024-07-14, ICU',
      'T: conversion 2024-07-15, stays, ICU',
    ]);
  });

  it('are told from digital workers, who are nobody', async () => {
    expect(await spells(row('BOT', 'Hill', 'IT', '2024-01-08', '', '', { type: 'digital_worker' }))).toEqual([]);
  });
});

describe('per diem workers', () => {
  const labor = (...worked: string[]) => [
    'worker_id,work_date,entity,worker_type,pay_code,hours,cost',
    ...worked.map((date) => `P,${date},Hill,per_diem,regular,8,300`),
    'OTHER,2025-12-31,Hill,employee_full_time,regular,8,300',
  ];
  const roster = [HEADER, row('P', 'Hill', 'ICU', '2024-01-01', '', '', { type: 'per_diem' })];

  it('are no longer active ninety days after the last month with hours, which is no exit', async () => {
    const workspace = await workspaceWith(folder, roster, labor('2024-01-10', '2024-05-02'));
    expect(toldOf(workspace)).toEqual(['P: hire 2024-01-01, moves 2024-08-29, ICU']);
  });

  it('are active again from the month in which they work again', async () => {
    const { spells: all } = workforceOf(
      (await workspaceWith(folder, roster, labor('2024-01-10', '2025-11-03'))).view(),
    );
    expect(all).toHaveLength(1);
    expect(all[0].segments.map(({ first: from, last }) => [from, last])).toEqual([
      [day('2024-01-01'), day('2024-04-30')],
      [day('2025-11-01'), null],
    ]);
  });

  it('stay while no labour extract of their entity could tell', async () => {
    expect(toldOf(await workspaceWith(folder, roster))).toEqual(['P: hire 2024-01-01, stays, ICU']);
  });
});

describe('what a roster without declared days can see', () => {
  it('begins with the first day of leaving and ends with the latest day in it, and says so', async () => {
    const workspace = await workspaceWith(folder, [
      'worker_id,entity,hire_date,term_date',
      'A,Hill,2019-03-01,2024-06-30',
      'B,Hill,2025-02-03,',
    ]);
    const { observed, limits } = workforceOf(workspace.view());
    expect(observed).toEqual({ first: day('2024-06-30'), last: day('2025-02-03') });
    expect(limits[0]).toContain('from 30 Jun 2024, the first day of leaving in them, to 3 Feb 2025');
  });

  it('is nothing in a workspace without rosters', async () => {
    const { spells: none, observed } = workforceOf((await workspaceWith(folder)).view());
    expect([none, observed]).toEqual([[], null]);
  });
});
