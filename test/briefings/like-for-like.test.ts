import { afterAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../main/briefings/registry.ts';
import { figureFor } from '../../main/metrics/figures.ts';
import type { BridgeChart, PageFilters, PageModel } from '../../main/contract/page.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { workspaceWith } from '../support/people.ts';
import { noise } from '../support/years.ts';

allowForStorage();

const folder = testFolder();
const opened: Workspace[] = [];
afterAll(() => opened.forEach((workspace) => workspace.close()));

const filters: PageFilters = { from: '2025-01', to: '2025-12', comparison: 'prior_year', where: {} };

type Bay = { people: number; from: number; to: number; close?: string };

/** Twelve people at Hill over the 24 months of 2024 and 2025, up and down without a change, and those of Bay in some. */
async function story({ people, from, to, close = '' }: Bay): Promise<Workspace> {
  const line = (worker: string, entity: string, month: number, hours: number) => {
    const days = [new Date(Date.UTC(2024, month, 1)), new Date(Date.UTC(2024, month + 1, 0))];
    const [first, last] = days.map((day) => day.toISOString().slice(0, 10));
    return `${worker},${first},${last},regular,${hours},${hours * 40},USD,${entity},${entity} site,ICU,RN,employee_full_time`;
  };
  const months = Array.from({ length: 24 }, (_, month) => month);
  const workspace = await workspaceWith(
    folder,
    ['entity_id,name,parent,close_date', 'Hill,Hill Hospital,,', `Bay,Bay Medical,Hill,${close}`],
    [
      'worker_id,period_start,work_date,pay_code,hours,cost,currency,entity,site,unit,job_code,worker_type',
      ...months.flatMap((month) => Array.from({ length: 12 }, (_, i) => line(`H${i}`, 'Hill', month, noise(month)))),
      ...months
        .filter((month) => month >= from && month <= to)
        .flatMap((month) => Array.from({ length: people }, (_, i) => line(`B${i}`, 'Bay', month, 100))),
    ],
  );
  opened.push(workspace);
  return workspace;
}

const whyCostMoved = (workspace: Workspace, more: Partial<PageFilters> = {}): PageModel =>
  buildPage(workspace.view(), { briefing: 'cfo', page: 'why_cost_moved', filters: { ...filters, ...more } });

function stepsOf({ chart }: PageModel): { between: number[]; totals: number[]; labels: string[] } {
  const { steps } = chart as BridgeChart;
  const values = (total: boolean) => steps.filter((step) => step.total === total).map(({ value }) => value);
  return { between: values(false), totals: values(true), labels: steps.map(({ label }) => label) };
}

describe('cost of a system that an entity joined', () => {
  // Six people at 100 hours of 40 in six months: 144,000.
  it('is explained without it, and what it adds has a bar of its own', async () => {
    const page = whyCostMoved(await story({ people: 6, from: 18, to: 23 }));
    expect(page.title).toMatch(
      /^Like for like cost is .* flat within noise: .*; \+\$144k is Bay Medical, here since Jul 2025$/,
    );
    expect(page.title).not.toMatch(/rose|fell/);
    const { between, totals, labels } = stepsOf(page);
    expect(labels.at(-2)).toBe('Bay Medical');
    expect(between.at(-1)).toBe(144_000_00);
    expect(totals[0] + between.reduce((sum, value) => sum + value, 0)).toBe(totals[1]);
    expect(page.table.rows.map(({ cells }) => cells[0])).toEqual([{ text: 'Hill site' }]);
    expect(page.kpis[0]).toMatchObject({ change: { tone: 'neutral' } });
    expect(page.kpis[0].detail).toContain('like for like flat within noise · +$144');
  });

  it('says so whatever the structure, and that it counts from its close in then-structure', async () => {
    const workspace = await story({ people: 6, from: 0, to: 23, close: '2025-07-20' });
    const then = whyCostMoved(workspace, { structure: 'then' });
    expect(then.notices).toContain(
      'Bay Medical counts only since the close in Jul 2025: before that the comparison is without it.',
    );
    const bar = (then.chart as BridgeChart).steps.at(-2)!;
    expect(bar.value).toBe(144_000_00);
    expect(figureFor(workspace.view().seenIn(bar.query!.structure!), bar.query!)).toMatchObject({
      value: 144_000_00,
      rows: 36,
    });
    for (const structure of [undefined, 'today'] as const) {
      const page = whyCostMoved(workspace, structure ? { structure } : {});
      expect(page.notices.join(' ')).not.toContain('without it');
      expect(page.title).toMatch(/^Cost is /);
    }
    expect(whyCostMoved(await story({ people: 6, from: 18, to: 23 })).notices).toContain(
      'Bay Medical has labour rows only since Jul 2025: before that the comparison is without it.',
    );
  });

  it('is no fall where the entity left', async () => {
    const page = whyCostMoved(await story({ people: 6, from: 0, to: 11 }));
    expect(page.title).toMatch(/; −\$288.* is Bay Medical, here until Dec 2024$/);
    expect(page.notices).toContain(
      'Bay Medical has no labour rows after Dec 2024: from then on the comparison is without it.',
    );
  });

  it('is not taken apart where the entity has so few people that their pay would show', async () => {
    const page = whyCostMoved(await story({ people: 3, from: 18, to: 23 }));
    expect(page.title).toMatch(/^Cost is .* against .*, not like for like: Bay Medical, here since Jul 2025$/);
    expect(stepsOf(page).labels).not.toContain('Bay Medical');
  });

  it('cannot be explained for the entity alone', async () => {
    const page = whyCostMoved(await story({ people: 6, from: 18, to: 23 }), { where: { entity: ['Bay'] } });
    expect(page.title).toBe('Why cost moved cannot be told: there is nothing to compare with');
    expect(page.notices).toContain('No entity of this scope has labour rows in both periods.');
  });

  it('says of hours, where there is no cost, that they are not like for like', async () => {
    const workspace = await workspaceWith(folder, [
      'entity,site,work_date,job_code,internal_hours,external_hours',
      ...Array.from({ length: 24 }, (_, month) => `Hill,Main,${monthOf(month)}-10,RN,20,4`),
      ...Array.from({ length: 6 }, (_, i) => `Bay,Shore,${monthOf(18 + i)}-10,RN,20,4`),
    ]);
    opened.push(workspace);
    const page = whyCostMoved(workspace);
    expect(page.title).toMatch(/, not like for like: Bay, here since Jul 2025$/);
    expect(page.notices.join(' ')).toMatch(/Bay has labour rows only since Jul 2025/);
  });
});

function monthOf(month: number): string {
  return new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 7);
}
