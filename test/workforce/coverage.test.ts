import { describe, expect, it } from 'vitest';
import { defaultFilters, filterOptions } from '../../main/briefings/filter-options.ts';
import { PageContext } from '../../main/briefings/page.ts';
import { workspaceInfo } from '../../main/workspace/batch-info.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { workspaceWith } from '../support/people.ts';

allowForStorage();

const folder = testFolder();
const ROSTER = [
  'worker_id,entity,unit,worker_type,hire_date,term_date,observed_from,observed_to',
  'A,Hill,ICU,employee_full_time,2020-01-01,,2024-03-01,2025-12-31',
  'B,Hill,ED,employee_full_time,2021-01-01,2025-06-30,2024-03-01,2025-12-31',
  'C,Hill,ED,employee_full_time,2022-01-01,,2024-03-01,2025-12-31',
];

describe('a workspace with rosters and nothing else', () => {
  it('has the months that the rosters can see, and offers their units, the larger first', async () => {
    const view = (await workspaceWith(folder, ROSTER)).view();
    const { firstMonth, lastMonth, dimensions } = filterOptions(view);
    expect([firstMonth, lastMonth]).toEqual(['2024-03', '2025-12']);
    const units = dimensions.find(({ id }) => id === 'unit')!.values.map(({ code }) => code);
    expect(units).toEqual(['ED', 'ICU']);
    expect(workspaceInfo(view, 'people').asOf).toBe('2025-12-31');
  });

  it('gives pages a history of every month, and opens with the last twelve', async () => {
    const view = (await workspaceWith(folder, ROSTER)).view();
    expect(defaultFilters(view)).toMatchObject({ from: '2025-01', to: '2025-12' });
    const { values } = new PageContext(view, defaultFilters(view)).history('headcount', 'employees');
    expect(values).toEqual([...Array.from({ length: 16 }, () => 3), ...Array.from({ length: 6 }, () => 2)]);
  });

  it('says of hours that it needs labour, and of a dimension that only hours have that rosters do not tell it', async () => {
    const view = (await workspaceWith(folder, ROSTER)).view();
    const context = new PageContext(view, { ...defaultFilters(view), where: { pay_class: ['overtime'] } });
    expect(context.figure('overtime_share', context.period)).toMatchObject({
      absence: 'not_measured',
      missing: ['labor'],
    });
    expect(context.figure('headcount', context.period)).toMatchObject({
      absence: 'not_measured',
      note: 'rosters do not tell pay_class',
    });
  });

  it('tells people apart by the owner of their entity where entities extracts name several', async () => {
    const entities = ['entity_id,name,parent', 'Hill,Hill,Chain', 'Vale,Vale,Other'];
    const more = 'D,Vale,ED,employee_full_time,2022-01-01,,2024-03-01,2025-12-31';
    const view = (await workspaceWith(folder, [...ROSTER, more], entities)).view();
    const heads = (owner: string) => {
      const context = new PageContext(view, { ...defaultFilters(view), where: { owner: [owner] } });
      return context.figure('headcount', context.period, 'all').value;
    };
    expect([heads('Chain'), heads('Other')]).toEqual([2, 1]);
  });
});
