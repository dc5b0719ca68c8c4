import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultFilters } from '../../main/briefings/filter-options.ts';
import { buildDeck } from '../../main/briefings/deck.ts';
import { hotSpotTable } from '../../main/briefings/hot-spot-table.ts';
import { PageContext } from '../../main/briefings/page.ts';
import { briefingOf, buildPage } from '../../main/briefings/registry.ts';
import type { Filter } from '../../main/contract/figure.ts';
import type {
  BridgeChart,
  HeatChart,
  PageModel,
  PyramidChart,
  SeriesChart,
  SurvivalChart,
} from '../../main/contract/page.ts';
import { figureFor } from '../../main/metrics/figures.ts';
import { assume } from '../../main/workspace/assumptions.ts';
import type { Workspace } from '../../main/workspace/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { allowForStorage } from '../support/patience.ts';
import { workspaceWith } from '../support/people.ts';
import { addStaff } from '../support/staffed.ts';
import { openWorkspace } from '../support/workspace.ts';
import { hospital, noise } from '../support/years.ts';

allowForStorage();

const folder = testFolder();
let staffed: Workspace;

beforeAll(async () => {
  staffed = await hospital(folder, 'staffed', { agencyHours: noise, loads: true });
  await addStaff(folder, staffed);
});
afterAll(() => staffed.close());

function pageOf(page: string, where: Filter = {}, workspace = staffed): PageModel {
  const filters = { ...defaultFilters(workspace.view()), where };
  return buildPage(workspace.view(), { briefing: 'retention', page, filters });
}

const everyPage = (where: Filter = {}, workspace = staffed) =>
  briefingOf('retention').pages.map((page) => pageOf(page, where, workspace));

describe('the page on whether people stay', () => {
  it('gives first-year survival with its interval, and names the unit where people leave three times as fast', () => {
    const page = pageOf('retention');
    expect(page.title).toMatch(/^First-year survival is \d+\.\d% \(\d+\.\d–\d+\.\d%\); /);
    const [first, ...others] = page.table.rows;
    expect(first).toMatchObject({
      id: 'ED',
      cells: [{ text: 'ED' }, {}, {}, {}, { text: expect.stringMatching(/hot$/) }],
    });
    for (const row of others) expect(JSON.stringify(row.cells.at(-1))).not.toMatch(/hot/);
    expect(page.table.subtitle).toMatch(/^1 of 3 units tested at a false-discovery rate of 10%/);
    expect(page.recommendation?.text).toMatch(/^Find out why people leave ED: \d+ people left/);
  });

  it('puts together the units that it does not list', () => {
    const view = staffed.view();
    const tested = Array.from({ length: 8 }, (_, i) => ({
      unit: `U${i}`,
      people: 20,
      leavers: 9 - i,
      expected: 5,
      comparable: 1,
      p: 0.5,
      adjusted: 0.9,
      isHot: false,
    }));
    const spots = { tested, tooSmall: 1, withoutPeers: 0, hidden: 2 };
    const table = hotSpotTable(new PageContext(view, defaultFilters(view)), spots);
    expect(table.rows.at(-1)!.cells.slice(0, 2)).toMatchObject([{ text: '3 other units' }, { value: 4 + 3 + 2 }]);
    expect(table.subtitle).toMatch(/1 too small, 2 hidden beside small ones$/);
  });

  it('recommends nothing where no unit is hot', () => {
    const calm = { unit: ['ICU', 'Ward'] };
    expect(pageOf('retention', calm)).toMatchObject({ recommendation: null });
    expect(pageOf('retention', calm).table.subtitle).toMatch(/^None of 2 units/);
  });

  it('names no unit beside a small one: from all and the others, the people of the hospice would follow', () => {
    for (const page of everyPage()) expect(JSON.stringify(page.table.rows), page.id).not.toMatch(/Clinic/);
    expect(pageOf('retention').table.subtitle).toMatch(/1 hidden beside small ones$/);
    for (const page of everyPage({ unit: ['Clinic'] }).filter(({ id }) => !['trust', 'post_close'].includes(id))) {
      expect(page.notices.join(' '), page.id).toMatch(/Hidden: beside the figures of all/);
      expect(page.chart.description, page.id).toMatch(/^[A-Z].*\.$/);
      expect(page.table.rows, page.id).toEqual([]);
    }
  });

  it('draws curves from ten people at risk on and stops them below ten, with no number at risk beyond', () => {
    const chart = pageOf('retention').chart as SurvivalChart;
    expect(chart.curves.length).toBeGreaterThan(1);
    for (const { points, atRisk, from } of chart.curves) {
      for (const count of atRisk) expect(count ?? 10).toBeGreaterThanOrEqual(10);
      expect(points.every(({ time }, i) => time >= (points[i - 1]?.time ?? from) && time <= 36)).toBe(true);
      expect(points.every(({ survival, lower, upper }) => survival >= (lower ?? 0) && survival <= (upper ?? 1))).toBe(
        true,
      );
    }
  });

  it('foresees leavers within an interval, of those in post', () => {
    const { figure, detail } = pageOf('retention').kpis.find(({ id }) => id === 'expected')!;
    const [, lower, upper] = /interval (\d+)–(\d+) /.exec(detail)!;
    expect(figure.value).toBeGreaterThan(Number(lower));
    expect(figure.value).toBeLessThan(Number(upper));
    expect(figure.value).toBeLessThan(figure.denominator!);
  });
});

describe('the page on cohorts', () => {
  it('draws the year up to each month, which is the figure of those twelve months', () => {
    const chart = pageOf('cohorts').inset as SeriesChart;
    const year = chart.series.find(({ id }) => id === 'year')!;
    const { from, to } = defaultFilters(staffed.view());
    expect(year.actual.at(-1)).toBeCloseTo(figureFor(staffed.view(), { ...year.query!, from, to }).value!, 12);
    expect(chart.months.at(-1)).toBe(to);
    expect(year).toMatchObject({ span: 12, limits: null });
  });

  it('does not name a year of hires from which the quarter of two people would follow', async () => {
    const hired = (quarter: string, people: number) =>
      Array.from({ length: people }, (_, i) => `${quarter}-${i},employee_full_time,Hill,Main,ICU,RN,${quarter},`);
    const lines = (small: number) => [
      'worker_id,worker_type,entity,site,unit,job_code,hire_date,term_date',
      ...hired('2020-01-01', 30),
      ...['2024-07-10', '2024-10-10', '2025-01-10'].flatMap((quarter) => hired(quarter, 12)),
      ...hired('2025-04-10', small),
    ];
    const choices = { settings: { observed_from: '2023-01-01', observed_to: '2026-06-30' } };
    const [few, many] = [
      await workspaceWith(folder, { lines: lines(2), choices }),
      await workspaceWith(folder, { lines: lines(12), choices }),
    ];
    const cohorts = (workspace: Workspace) => pageOf('cohorts', {}, workspace);
    expect((cohorts(few).chart as HeatChart).rows.some(({ cells }) => /hidden/.test(cells[3]?.absence ?? ''))).toBe(
      true,
    );
    expect(cohorts(few).title).toMatch(/cannot be told \(hidden: too few people\)/);
    expect(cohorts(many).title).toMatch(/^100\.0% of the 48 hired in the year to Jun 2025 stayed a year/);
    few.close();
    many.close();
  });

  it('leaves cells blank until everybody of a quarter could have been there so long', () => {
    const { columns, rows } = pageOf('cohorts').chart as HeatChart;
    const months = columns.map((label) => Number(label.split(' ')[0]));
    for (const { label, cells } of rows) {
      const [quarter, year] = /^Q(\d) (\d{4})$/.exec(label)!.slice(1).map(Number);
      // Days from the end of the quarter to the end of the extracts; a month of age is 30.4 days.
      const seen = (Date.UTC(2026, 5, 30) - Date.UTC(year, quarter * 3, 0)) / 86_400_000;
      cells.forEach(({ value, absence }, at) => {
        if (Math.round(months[at] * 30.4375) > seen)
          expect([label, value, absence]).toEqual([label, null, 'not yet reached']);
        else expect(value, `${label} at ${months[at]}`).not.toBeNull();
      });
    }
    expect(rows.length).toBeGreaterThan(5);
  });
});

describe('the page on leavers', () => {
  it('leads from heads to heads through everybody who came and went', () => {
    const { steps } = pageOf('leavers').chart as BridgeChart;
    const between = steps.slice(1, -1).reduce((sum, { value }) => sum + value, steps[0].value);
    expect(between).toBe(steps.at(-1)!.value);
    expect(steps.map(({ label }) => label)).toContain('Acquired');
  });

  it('tells the same number of leavers in its title, its bridge, its reasons and its key figure', () => {
    const page = pageOf('leavers');
    const left = page.kpis.find(({ id }) => id === 'separations')!.figure.value!;
    const exits = (page.chart as BridgeChart).steps.filter(({ value, total }) => value < 0 && !total);
    expect(exits.reduce((sum, { value }) => sum - value, 0)).toBe(left);
    const reasons = page.table.rows.map(({ cells }) => ('value' in cells[2] ? cells[2].value! : 0));
    expect(reasons.reduce((sum, count) => sum + count, 0)).toBe(left);
    expect(page.title).toContain(` ${left} left`);
  });

  it('shows no way to leave and no reason that fewer than five people took', () => {
    const scopes: Filter[] = [{}, { unit: ['Ward'] }, { unit: ['ICU'] }, { job: ['CNA'] }];
    for (const where of scopes) {
      const page = pageOf('leavers', where);
      const left = page.kpis.find(({ id }) => id === 'separations')!.figure.value;
      const exits = (page.chart as BridgeChart).steps.filter(({ value, total }) => value < 0 && !total);
      for (const { value, label } of exits.filter(({ label }) => label !== 'Moved, net'))
        expect(-value >= 5 || -value === left, label).toBe(true);
      for (const { cells } of page.table.rows)
        if ('value' in cells[2]) expect(cells[2].value! >= 5 || cells[2].value === left).toBe(true);
      for (const { values } of (page.inset as PyramidChart).bands)
        expect(values[0] === null || values[0] === 0 || values[0] * left! >= 5 - 1e-9).toBe(true);
    }
  });
});

describe('the page on acquired people', () => {
  it('compares them with hires of the same job and pay, and says how many have a counterpart', () => {
    const page = pageOf('post_close');
    expect(page.title).toMatch(/^People of Bay stay /);
    expect(page.title).toMatch(/95% interval [−+]?\d+ to [−+]?\d+/);
    expect((page.chart as SurvivalChart).curves.map(({ label }) => label)).toEqual(['Bay', 'Comparable hires']);
    expect(page.notices.join(' ')).toMatch(/people of Bay have no counterpart/);
  });

  it('says that it cannot be told where groups are too small, and that there is none where there is none', () => {
    // Hires of clinics alone are nursing aides; the acquired are nurses: no pair.
    const few = pageOf('post_close', { job: ['CNA'] });
    expect(few.title).toBe('There is no acquisition whose people could be followed');
    const narrow = pageOf('post_close', { worker_type: ['employee_part_time'] });
    expect(narrow.title).toMatch(/too early or too small to tell|no acquisition/);
    expect(narrow.kpis[0].figure.value).toBeNull();
    expect((narrow.chart as SurvivalChart).curves).toEqual([]);
  });
});

describe('the page on what leaving costs', () => {
  it('is a range in every figure, prints what it assumes, and follows what the user assumes instead', () => {
    const before = pageOf('cost_of_leaving');
    expect(before.title).toMatch(/^Leavers of the period cost \$[\d.]+[kM] to \$[\d.]+[kM] to replace; one point/);
    expect(before.notices.join(' ')).toMatch(/days a post stays empty after somebody has left 30–90/);
    expect(before.decide).toEqual([
      { part: 'assumptions', command: 'What is assumed can be changed under Decisions.' },
    ]);
    assume(staffed.store, 'days_to_fill', { low: 60, high: 60 });
    const after = pageOf('cost_of_leaving');
    expect(after.notices.join(' ')).toMatch(/days a post stays empty after somebody has left 60–60/);
    const cover = (page: PageModel) =>
      page.table.rows[0].cells.slice(1, 3).map((cell) => ('value' in cell ? cell.value! : 0));
    const [[low, high], [lowAfter, highAfter]] = [cover(before), cover(after)];
    expect(lowAfter / low).toBeCloseTo(60 / 30, 9);
    expect(highAfter / high).toBeCloseTo(60 / 90, 9);
  });

  it('names the parts that the extracts cannot price', async () => {
    const workspace = openWorkspace(join(folder, 'people-alone.muster'));
    await addStaff(folder, workspace);
    const page = pageOf('cost_of_leaving', {}, workspace);
    expect(page.notices.join(' ')).toMatch(
      /cover of the empty post \(needs labor with agency cost, loads\).*lower bound/,
    );
    expect(page.table.rows[0].cells[1]).toMatchObject({ value: null, absence: 'needs labor with agency cost, loads' });
    workspace.close();
  });

  it('bridges the forms of turnover exactly', () => {
    const { steps } = pageOf('cost_of_leaving').chart as BridgeChart;
    const sum = steps.slice(0, -1).reduce((reached, { value }) => reached + value, 0);
    expect(sum).toBeCloseTo(steps.at(-1)!.value, 12);
  });
});

describe('ways of leaving that few people took', () => {
  const staff = (reasons: readonly string[]) => [
    'worker_id,hire_date,term_date,term_reason,observed_from,observed_to',
    ...Array.from({ length: 60 }, (_, i) =>
      [`W${i}`, '2020-01-01', reasons[i] ? '2025-06-30' : '', reasons[i] ?? '', '2024-01-01', '2025-12-31'].join(','),
    ),
  ];
  const several = (count: number, reason: string) => Array.from({ length: count }, () => reason);
  const pages = async (...reasons: string[]) => {
    const workspace = await workspaceWith(folder, staff(reasons));
    const [leavers, cost] = ['leavers', 'cost_of_leaving'].map((page) => pageOf(page, {}, workspace));
    workspace.close();
    const turnover = leavers.kpis.find(({ id }) => id === 'turnover')!.figure.variant;
    return { turnover, steps: (cost.chart as BridgeChart).steps };
  };

  it('are one step of the bridge between forms of turnover, or the page on leavers puts them together in vain', async () => {
    const { turnover, steps } = await pages(
      ...several(9, 'Resigned'),
      ...several(2, 'Dismissed'),
      ...several(6, 'Retired'),
      ...several(3, 'Code 9'),
    );
    expect(turnover).toBe('voluntary');
    const ways = steps.slice(1, -1).filter(({ note }) => !note!.includes('person-years'));
    expect(ways.map(({ label }) => label)).toEqual(['Involuntary, unclassified', 'Other']);
    // 5 of about 60 heads, then 6: the form reached adds them to the nine.
    expect(ways[0].value / ways[1].value).toBeCloseTo(5 / 6, 12);
    expect(steps.slice(0, -1).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(steps.at(-1)!.value, 12);
  });

  it('are not told by what is left when those are few who left of their own will', async () => {
    const { turnover, steps } = await pages(...several(2, 'Resigned'), ...several(9, 'Retired'));
    expect(turnover).toBe('all');
    expect(steps[0].label).toBe('All');
    expect(steps.map(({ label }) => label)).not.toContain('Other');
    expect(steps.slice(0, -1).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(steps.at(-1)!.value, 12);
  });
});

describe('few people', () => {
  it('are on no page, nor in the deck', () => {
    const deck = buildDeck(staffed.view(), { briefing: 'retention', filters: null, workspace: 'Hill' });
    for (const page of [...everyPage(), ...deck.pages]) {
      expect(JSON.stringify({ ...page, table: page.table.rows }), page.id).not.toMatch(/Hospice/);
    }
  });

  it('have no figure on any page narrowed to them', () => {
    for (const page of everyPage({ unit: ['Hospice'] }).filter(({ id }) => id !== 'trust')) {
      for (const { figure, id } of page.kpis)
        if (id !== 'hires' && id !== 'heads') expect(figure.value, `${page.id}: ${id}`).toBeNull();
      expect(page.table.rows, page.id).toEqual([]);
      expect(page.title + page.notices.join(' '), page.id).not.toMatch(/\d/);
    }
  });
});

describe('pages about people whom one snapshot shows', () => {
  it('do not say that nobody came or left', async () => {
    const heads = Array.from({ length: 20 }, (_, i) => `2025-01-31,W${i},A`);
    const workspace = await workspaceWith(folder, ['snapshot_date,worker_id,entity', ...heads]);
    for (const page of everyPage({}, workspace).filter(({ id }) => !['trust', 'post_close'].includes(id))) {
      expect(page.notices.join(' '), page.id).toMatch(/one snapshot alone shows nobody coming or leaving\.$/);
      expect(page.title, page.id).not.toMatch(/\b0\b/);
    }
    workspace.close();
  });
});

describe('pages about people without rosters', () => {
  it('say what they need', async () => {
    const workspace = await workspaceWith(folder);
    for (const page of everyPage({}, workspace).filter(({ id }) => !['trust', 'post_close'].includes(id)))
      expect(page.notices.join(' '), page.id).toMatch(/needs rosters/);
    workspace.close();
  });
});
